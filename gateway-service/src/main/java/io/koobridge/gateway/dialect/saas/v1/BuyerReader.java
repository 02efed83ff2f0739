package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.dialect.json.Members;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/**
 * Who bought, and what the buyer typed: personal data, which is sealed as it is read (design §7). None of it ever fails a purchase (saas-v1
 * §7.5, §7.6): what cannot be read is left out, and a log line says so.
 */
final class BuyerReader {

    private static final Logger log = LoggerFactory.getLogger(BuyerReader.class);

    private static final Predicate<String> MOBILE =
            Pattern.compile("[+0-9][0-9 ()-]{3,30}").asMatchPredicate();
    private static final Predicate<String> EMAIL =
            Pattern.compile("[^\\s@]{1,128}@[^\\s@]{1,128}").asMatchPredicate();

    private final Sealer contact;
    private final FieldCipher cipher;
    private final V1Terms terms;

    BuyerReader(Sealer contact, FieldCipher cipher, V1Terms terms) {
        this.contact = contact;
        this.cipher = cipher;
        this.terms = terms;
    }

    /** Absent when the call tells nothing of the buyer. */
    @Nullable Buyer buyer(Members members, String instanceId) {
        var buyer = new Buyer(
                text(members, "customerId"),
                text(members, "customerName"),
                text(members, "userId"),
                text(members, "userName"),
                contact(members, instanceId, "mobilePhone", Buyer.MOBILE, MOBILE),
                contact(members, instanceId, "email", Buyer.EMAIL, EMAIL));
        return buyer.equals(new Buyer(null, null, null, null, null, null)) ? null : buyer;
    }

    List<ExtensionField> extension(Members members, String instanceId) {
        var value = members.textIfAny("saasExtendParams");
        var fields = value.flatMap(ExtendParams::read);
        if (value.isPresent() && fields.isEmpty()) {
            unreadable(instanceId, "saasExtendParams");
        }
        return fields.orElse(Map.of()).entrySet().stream()
                .map(field -> extension(instanceId, field.getKey(), field.getValue()))
                .toList();
    }

    private ExtensionField extension(String instanceId, String name, String value) {
        return new ExtensionField(name, seal(instanceId, ExtensionField.sealedAs(name), value));
    }

    private @Nullable SealedText contact(
            Members members, String instanceId, String name, String field, Predicate<String> plausible) {
        var value = members.textIfAny(name);
        var plain =
                value.map(BuyerReader::decoded).flatMap(text -> cipher.decrypt(text, terms.encryption(), plausible));
        if (value.isPresent() && plain.isEmpty()) {
            unreadable(instanceId, name);
        }
        return plain.map(text -> seal(instanceId, field, text)).orElse(null);
    }

    /** What was signed before it was decoded: a ciphertext value has no percent sign of its own (saas-v1 §7.5). */
    private static String decoded(String value) {
        try {
            return value.indexOf('%') < 0 ? value : UriUtils.decode(value, UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return value;
        }
    }

    private SealedText seal(String instanceId, String field, String text) {
        return new SealedText(contact.seal(text, new SealContext(instanceId, field)));
    }

    private static @Nullable String text(Members members, String name) {
        return members.textIfAny(name).orElse(null);
    }

    private static void unreadable(String instanceId, String field) {
        log.atWarn()
                .addKeyValue("instanceId", instanceId)
                .addKeyValue("field", field)
                .log(
                        "A field of a call cannot be read and is left out: compare the encryption that was chosen when publishing");
    }
}
