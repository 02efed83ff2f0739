package io.koobridge.tenant.outside.scim;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server can do: asked for once, and unlearned when it refuses what it said it could. */
final class Abilities {

    private static final Logger log = LoggerFactory.getLogger(Abilities.class);

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /** Whether groups can be searched by their members. */
    enum MemberSearch {
        UNTRIED,
        WORKS,
        FAILS
    }

    /**
     * What is known of them.
     *
     * @param patch single attributes can be changed
     * @param versions a change can be made to depend on the version that it is based on
     * @param nesting groups can be members of groups
     */
    record Known(boolean patch, boolean versions, boolean nesting, MemberSearch memberSearch) {

        /** Of a server that tells nothing: most know PATCH, and versions are an extra. */
        static final Known UNTOLD = new Known(true, false, true, MemberSearch.UNTRIED);

        private Known withoutPatch() {
            return new Known(false, versions, nesting, memberSearch);
        }

        private Known withoutNesting() {
            return new Known(patch, versions, false, memberSearch);
        }

        private Known with(MemberSearch tried) {
            return new Known(patch, versions, nesting, tried);
        }
    }

    Step<Known> of(Errand errand) {
        var told = known.get();
        return told != null
                ? Step.went(told)
                : errand.send(ScimCall.get("READ_CONFIG", "ServiceProviderConfig", Map.of()))
                        .then(reply -> {
                            known.compareAndSet(null, read(reply));
                            return Step.went(now());
                        });
    }

    Known now() {
        var told = known.get();
        return told == null ? Known.UNTOLD : told;
    }

    void noPatch() {
        if (changed(Known::withoutPatch)) {
            warn("The SCIM server refuses PATCH; whole entries are read and put back from now on");
        }
    }

    void noNesting() {
        if (changed(Known::withoutNesting)) {
            warn(
                    "The SCIM server refuses groups in groups; departments are written without their place among the others from"
                            + " now on. Set koobridge.tenant.directory.scim.nested-groups to false");
        }
    }

    void memberSearch(boolean works) {
        if (changed(before -> before.with(works ? MemberSearch.WORKS : MemberSearch.FAILS)) && !works) {
            warn("The SCIM server does not search groups by their members; where somebody was is remembered alone");
        }
    }

    private boolean changed(UnaryOperator<Known> change) {
        var before = now();
        var after = change.apply(before);
        return !after.equals(before) && known.compareAndSet(before, after);
    }

    private static void warn(String message) {
        log.atWarn().addKeyValue("system", ScimDirectory.SYSTEM).log(message);
    }

    private static Known read(ScimReply reply) {
        var config = reply.body();
        return !reply.success() || config == null
                ? Known.UNTOLD
                : new Known(
                        config.path("patch").path("supported").asBoolean(Known.UNTOLD.patch()),
                        config.path("etag").path("supported").asBoolean(Known.UNTOLD.versions()),
                        Known.UNTOLD.nesting(),
                        Known.UNTOLD.memberSearch());
    }
}
