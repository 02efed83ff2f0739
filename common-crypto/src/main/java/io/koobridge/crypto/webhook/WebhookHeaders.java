package io.koobridge.crypto.webhook;

/** The header names of Standard Webhooks. */
public final class WebhookHeaders {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** What a symmetric signature begins with; others, such as {@code v1a}, are not for us. */
    static final String VERSION = "v1,";

    private WebhookHeaders() {}
}
