package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.FormEncoding;
import io.koobridge.simulator.signing.TokenSignature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A call of V1 on its way into a query string.
 *
 * @param signed decoded parameters in the order in which they are written, {@code timeStamp} among them, {@code authToken} not
 */
public record TokenQuery(Map<String, String> signed, Stamp stamp) {

    /** Parameters whose text is Base64, or ends in it. */
    static final Set<String> BASE64 = Set.of("mobilePhone", "email", "saasExtendParams");

    public static TokenQuery of(Map<String, Object> members, Stamp stamp) {
        Map<String, String> signed = new LinkedHashMap<>();
        members.forEach((name, value) -> signed.put(name, value.toString()));
        signed.put("timeStamp", stamp.timestamp());
        return new TokenQuery(signed, stamp);
    }

    public String token() {
        return TokenSignature.of(stamp.accessKey(), stamp.timestamp(), signed);
    }

    /** As an honest call is written. */
    public String query() {
        return written(signed, token());
    }

    /** With other parameters than were signed, or another token. */
    static String written(Map<String, String> parameters, String token) {
        return FormEncoding.query(parameters) + "&authToken=" + FormEncoding.encode(token);
    }
}
