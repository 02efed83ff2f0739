package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way in which an open API fails (usage-and-open-api §2.6, §6.3, §8; license §5.1, §5.6). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ApiFault.ResultCode.class, name = "RESULT_CODE"),
    @JsonSubTypes.Type(value = ApiFault.GatewayError.class, name = "GATEWAY_ERROR"),
    @JsonSubTypes.Type(value = ApiFault.HttpStatus.class, name = "HTTP_STATUS"),
    @JsonSubTypes.Type(value = ApiFault.Hang.class, name = "HANG"),
    @JsonSubTypes.Type(value = ApiFault.Cut.class, name = "CUT"),
    @JsonSubTypes.Type(value = ApiFault.Garbage.class, name = "GARBAGE"),
    @JsonSubTypes.Type(value = ApiFault.LostAnswer.class, name = "LOST_ANSWER"),
    @JsonSubTypes.Type(value = ApiFault.Delay.class, name = "DELAY"),
    @JsonSubTypes.Type(value = ApiFault.Partly.class, name = "PARTLY")
})
public sealed interface ApiFault {

    /** The service's own form of an error. */
    record ResultCode(String code, Integer status) implements ApiFault {
        private static final Map<String, Integer> STATUS = Map.of(
                "0999", 500, "0100", 500, "0101", 400, "0102", 400, "0199", 400, "0150", 401, "0151", 401, "0154", 401,
                "0250", 406);
        private static final Set<String> WITH_EXTRA_INFO =
                Set.of("0100", "0150", "0250", "9001", "9002", "9004", "9005");

        public ResultCode {
            code = otherwise(code, "MKT.0999");
            if (code.isBlank() || code.length() > 16) {
                throw new IllegalArgumentException("code must have 1 to 16 characters");
            }
            status = within(status, documented(code), 200);
        }

        /** The business errors of the licence interfaces come with 200. */
        private static int documented(String code) {
            if (code.startsWith("9138") || code.startsWith("9202")) {
                return 200;
            }
            return switch (code) {
                case "CBC.0000" -> 200;
                case "CBC.0150" -> 403;
                case "95000001", "95000004" -> 400;
                case "95000002" -> 405;
                case "95000003" -> 415;
                default -> STATUS.getOrDefault(number(code), 500);
            };
        }

        boolean withExtraInfo() {
            return WITH_EXTRA_INFO.contains(number(code));
        }
    }

    /** The gateway's form, before the service was reached. */
    record GatewayError(String code, Integer status) implements ApiFault {
        private static final Map<String, Integer> STATUS = Map.of(
                "0101", 404, "0103", 404, "0104", 400, "0105", 400, "0106", 400, "0301", 401, "0302", 403, "0303", 401,
                "0401", 403);

        public GatewayError {
            code = otherwise(code, "APIGW.0201");
            if (code.isBlank() || code.length() > 16) {
                throw new IllegalArgumentException("code must have 1 to 16 characters");
            }
            // 0201 is said of too large requests too; the back end that is away is the one that passes.
            status = within(status, STATUS.getOrDefault(number(code), 502), 400);
        }
    }

    /** A bare status, as from a proxy. */
    record HttpStatus(Integer status) implements ApiFault {
        public HttpStatus {
            status = within(status, 503, 400);
        }
    }

    /** No answer for that long, then the connection is closed. */
    record Hang(Integer seconds) implements ApiFault {
        public Hang {
            seconds = seconds == null ? Integer.valueOf(30) : seconds;
            if (seconds < 1 || seconds > 120) {
                throw new IllegalArgumentException("seconds must be from 1 to 120");
            }
        }
    }

    /** The connection is closed in the middle of the answer. */
    record Cut() implements ApiFault {}

    /** 200 and something that is not JSON. */
    record Garbage() implements ApiFault {}

    /** It is done, and the connection is closed in the middle of the answer. */
    record LostAnswer() implements ApiFault {}

    /** It is done, and answered late. */
    record Delay(Integer seconds) implements ApiFault {
        public Delay {
            seconds = seconds == null ? Integer.valueOf(10) : seconds;
            if (seconds < 1 || seconds > 120) {
                throw new IllegalArgumentException("seconds must be from 1 to 120");
            }
        }
    }

    /**
     * Of a list that cannot be activated wholly, what can be is; the answer is the same (license §5.3). Of a report of use each entry is taken or
     * listed by itself, and the answer is a success (§5.5).
     */
    record Partly() implements ApiFault {}

    /** Editions differ in the prefix and in blanks; the part after the dot is what counts. */
    private static String number(String code) {
        return code.substring(code.lastIndexOf('.') + 1).strip();
    }

    private static String otherwise(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Integer within(@Nullable Integer status, int otherwise, int least) {
        int value = status == null ? otherwise : status;
        if (value < least || value > 599) {
            throw new IllegalArgumentException("status must be from " + least + " to 599");
        }
        return value;
    }

    default String name() {
        return switch (this) {
            case ResultCode _ -> "RESULT_CODE";
            case GatewayError _ -> "GATEWAY_ERROR";
            case HttpStatus _ -> "HTTP_STATUS";
            case Hang _ -> "HANG";
            case Cut _ -> "CUT";
            case Garbage _ -> "GARBAGE";
            case LostAnswer _ -> "LOST_ANSWER";
            case Delay _ -> "DELAY";
            case Partly _ -> "PARTLY";
        };
    }
}
