package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way in which the order query fails (usage-and-open-api §2.6, §6.3, §8). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ApiFault.ResultCode.class, name = "RESULT_CODE"),
    @JsonSubTypes.Type(value = ApiFault.GatewayError.class, name = "GATEWAY_ERROR"),
    @JsonSubTypes.Type(value = ApiFault.HttpStatus.class, name = "HTTP_STATUS"),
    @JsonSubTypes.Type(value = ApiFault.Hang.class, name = "HANG"),
    @JsonSubTypes.Type(value = ApiFault.Cut.class, name = "CUT"),
    @JsonSubTypes.Type(value = ApiFault.Garbage.class, name = "GARBAGE")
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
            status = within(status, STATUS.getOrDefault(number(code), 500), 200);
        }

        boolean withExtraInfo() {
            return WITH_EXTRA_INFO.contains(number(code));
        }

        /** Editions differ in the prefix and in blanks; the part after the dot is what counts. */
        private static String number(String code) {
            return code.substring(code.lastIndexOf('.') + 1).strip();
        }
    }

    /** The gateway's form, before the service was reached. */
    record GatewayError(String code, Integer status) implements ApiFault {
        public GatewayError {
            code = otherwise(code, "APIGW.0201");
            if (code.isBlank() || code.length() > 16) {
                throw new IllegalArgumentException("code must have 1 to 16 characters");
            }
            status = within(status, 502, 400);
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
        };
    }
}
