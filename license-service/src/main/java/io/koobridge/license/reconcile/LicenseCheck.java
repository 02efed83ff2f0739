package io.koobridge.license.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Whether what an issuer made can be stored and delivered; asked before it is stored, for then it is for ever. */
public final class LicenseCheck {

    /** Of one licence; more does not fit into a document beside its name. */
    public static final int LARGEST = 8 * 1024 * 1024;

    /** What the answer to a purchase has room for. The protocol names no limit (license §7). */
    static final int LONGEST_WITH_PURCHASE = 64 * 1024;

    private static final int LONGEST_NAME = 255;

    private LicenseCheck() {}

    /** Every fault, each a sentence without its full stop; empty when it can be delivered. */
    public static List<String> faults(LicenseFile file, LicenseRequest request) {
        var faults = new ArrayList<String>();
        var bytes = file.bytes();
        if (bytes.length == 0) {
            faults.add("the licence is empty");
        }
        if (bytes.length > LARGEST) {
            faults.add("a licence has at most %d bytes, this one has %d".formatted(LARGEST, bytes.length));
        }
        file.name().ifPresentOrElse(name -> name(name, faults), () -> text(bytes, faults));
        if (request.withPurchase()) {
            withPurchase(file, bytes, faults);
        }
        return faults;
    }

    private static void text(byte[] bytes, List<String> faults) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (bytes.length > 0 && text.toString().isBlank()) {
                faults.add("the licence is blank");
            }
            if (text.chars().anyMatch(character -> character == 0)) {
                faults.add("the licence's text holds the character NUL");
            }
        } catch (CharacterCodingException _) {
            faults.add("the licence's text is not well-formed Unicode");
        }
    }

    private static void name(String name, List<String> faults) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add("fileName must have 1 to %d characters, has %d".formatted(LONGEST_NAME, name.length()));
        }
        if (!UTF_8.newEncoder().canEncode(name)) {
            faults.add("fileName is not well-formed Unicode");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add("fileName holds control characters");
        }
        if (name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..")) {
            faults.add("fileName is a path");
        }
    }

    /** Its bytes are a member of the answer to the purchase (license §7). */
    private static void withPurchase(LicenseFile file, byte[] bytes, List<String> faults) {
        if (file.name().isPresent()) {
            faults.add("a purchase by License V1 is answered with a text, not with a file");
        } else if (bytes.length > LONGEST_WITH_PURCHASE) {
            faults.add("a licence that answers a purchase has at most %d bytes, this one has %d"
                    .formatted(LONGEST_WITH_PURCHASE, bytes.length));
        }
    }
}
