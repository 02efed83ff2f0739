package io.koobridge.events.topic;

import java.time.Duration;

/** The topics of the suite (design §4). */
public final class Topics {

    private static final String PREFIX = "koobridge.";
    private static final int WIDE = 12;
    private static final int NARROW = 6;
    private static final Duration FACTS_KEPT = Duration.ofDays(35);
    private static final Duration REQUESTS_KEPT = Duration.ofDays(7);
    private static final Duration JOURNAL_KEPT = Duration.ofDays(14);

    /** Keyed by instance id. */
    public static final Topic INSTANCE_FACTS = new Topic(PREFIX + "facts.instances", WIDE, FACTS_KEPT);

    /** Keyed by instance id; the last snapshot of each. */
    public static final Topic INSTANCE_STATES = new Topic(PREFIX + "state.instances", WIDE, null);

    /** Keyed by order line ({@link io.koobridge.events.order.OrderIds}). */
    public static final Topic ORDER_FACTS = new Topic(PREFIX + "facts.orders", WIDE, FACTS_KEPT);

    /** Keyed by order line; what was last seen of each. */
    public static final Topic ORDER_STATES = new Topic(PREFIX + "state.orders", WIDE, null);

    /** Keyed by licence application ({@link io.koobridge.events.LicenseIds}). */
    public static final Topic LICENSE_FACTS = new Topic(PREFIX + "facts.licenses", WIDE, FACTS_KEPT);

    /** Keyed by licence; the last snapshot of each. */
    public static final Topic LICENSE_STATES = new Topic(PREFIX + "state.licenses", WIDE, null);

    /** Keyed by authorization code. */
    public static final Topic LICENSE_CODE_FACTS = new Topic(PREFIX + "facts.license-codes", WIDE, FACTS_KEPT);

    /** Keyed by tenant. */
    public static final Topic TENANT_FACTS = new Topic(PREFIX + "facts.tenants", WIDE, FACTS_KEPT);

    /** Keyed by tenant; the last snapshot of each. */
    public static final Topic TENANT_STATES = new Topic(PREFIX + "state.tenants", WIDE, null);

    /** Keyed by subject. */
    public static final Topic JOURNAL = new Topic(PREFIX + "journal", NARROW, JOURNAL_KEPT);

    private Topics() {}

    /** A service's own work queue, keyed by document id; its retry topics are named after it. */
    public static Topic requests(String service) {
        return new Topic(PREFIX + "requests." + service, NARROW, REQUESTS_KEPT);
    }
}
