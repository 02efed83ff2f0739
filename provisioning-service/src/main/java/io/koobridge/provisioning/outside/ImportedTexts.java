package io.koobridge.provisioning.outside;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Buyer;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.service.seal.Sealing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access and contact data of imported instances: checked like a product's answer, sealed before they are stored. No two seals
 * of a text are alike, so what is sealed already and says the same is kept: the same import again is the same.
 */
public final class ImportedTexts {

    private final SealedAccess access;
    private final Sealing contact;

    /** A buyer's, in clear. */
    public record Contact(@Nullable String mobile, @Nullable String email) {

        @Override
        public String toString() {
            return "Contact(…)";
        }
    }

    public ImportedTexts(SealedAccess access, Sealing contact) {
        this.access = access;
        this.contact = contact;
    }

    /** Every fault, each a sentence without its full stop that names the field; empty when the marketplace can show it. */
    public static List<String> faults(AppInfo appInfo, AccessForm form) {
        return AnswerCheck.faults(appInfo, form);
    }

    /** Sealed; what was sealed before when it says the same. */
    public Access access(String instanceId, AppInfo now, @Nullable Access before) {
        return before != null && access.open(instanceId, before).equals(now) ? before : access.seal(instanceId, now);
    }

    /** The buyer with sealed contact data; with what was sealed before where it says the same. */
    public Buyer buyer(String instanceId, Buyer plain, Contact now, @Nullable Buyer before) {
        var known = Optional.ofNullable(before);
        return new Buyer(
                plain.customerId(),
                plain.customerName(),
                plain.userId(),
                plain.userName(),
                kept(instanceId, Buyer.MOBILE, now.mobile(), known.map(Buyer::mobile)),
                kept(instanceId, Buyer.EMAIL, now.email(), known.map(Buyer::email)));
    }

    private @Nullable SealedText kept(
            String instanceId, String field, @Nullable String now, Optional<SealedText> before) {
        return before.filter(known -> now != null && now.equals(contact.open(instanceId, field, known)))
                .orElseGet(() -> contact.seal(instanceId, field, now));
    }
}
