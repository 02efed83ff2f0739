package io.koobridge.license.outside;

import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import java.util.Map;

/**
 * What the marketplace's answers to an upload mean (license §5.1, design §10).
 *
 * @param label for the metric: a known code, {@code other}, {@code gateway} or {@code unavailable}
 */
record UploadCode(String label, Receipt receipt) {

    private static final String SUCCESS = "0000";

    /** Whoever says this may have passed the upload on. */
    private static final int SERVER_ERRORS = 500;

    /** What to do at each code that is known; 0250 is the open API's word for too many calls (usage-and-open-api §2.6). */
    private static final Map<String, Meaning> KNOWN = Map.ofEntries(
            Map.entry("0999", Meaning.PERHAPS),
            Map.entry("0250", Meaning.AGAIN),
            Map.entry("91381036", Meaning.PERHAPS),
            Map.entry("0150", Meaning.REFUSED),
            Map.entry("0101", Meaning.REFUSED),
            Map.entry("91381033", Meaning.REFUSED),
            Map.entry("91381034", Meaning.REFUSED),
            Map.entry("91381035", Meaning.REFUSED),
            Map.entry("91381037", Meaning.REFUSED),
            Map.entry("91380150", Meaning.REFUSED),
            Map.entry("91381038", Meaning.DENIED));

    private enum Meaning {
        /** It was not looked at. */
        AGAIN,
        /** An error in the middle of it: nobody says whether the licence was taken before. */
        PERHAPS,
        REFUSED,
        DENIED
    }

    static UploadCode of(OpenApiAnswer answer) {
        return switch (answer) {
            case OpenApiAnswer.Success _ -> new UploadCode(SUCCESS, new Receipt.Taken());
            case OpenApiAnswer.Refused(var code, var message, var _) -> told(code, message);
            case OpenApiAnswer.GatewayRefused refused -> new UploadCode("gateway", byGateway(refused));
            case OpenApiAnswer.Unavailable unavailable ->
                new UploadCode("unavailable", new Receipt.Again(unavailable.why(), !unavailable.certainNotProcessed()));
        };
    }

    /**
     * A code that nobody knows is tried again: the documentation says that codes may be added, the same bytes do no harm, and work
     * that does not end becomes STUCK, of which a person hears too. Stopping at once would keep a licence from a buyer for good where the trouble
     * may have passed in a minute.
     */
    private static UploadCode told(String code, String message) {
        var why = "%s: %s".formatted(code, message);
        return switch (KNOWN.get(code)) {
            case null -> new UploadCode("other", new Receipt.Again("unknown code " + why, true));
            case AGAIN -> new UploadCode(code, new Receipt.Again(why, false));
            case PERHAPS -> new UploadCode(code, new Receipt.Again(why, true));
            case REFUSED -> new UploadCode(code, new Receipt.Refused(code, message));
            case DENIED -> new UploadCode(code, new Receipt.Denied(why));
        };
    }

    /** What passes: no back end, too many calls, an error of its own, whatever has no code. The rest is keys, rights or addresses (§8). */
    private static Receipt byGateway(OpenApiAnswer.GatewayRefused refused) {
        var code = refused.code() == null ? Integer.toString(refused.httpStatus()) : refused.code();
        var why = "the gateway answered HTTP %d: %s".formatted(refused.httpStatus(), refused.message());
        return refused.worthRepeating()
                ? new Receipt.Again(code + ": " + why, refused.httpStatus() >= SERVER_ERRORS)
                : new Receipt.Refused(code, why);
    }
}
