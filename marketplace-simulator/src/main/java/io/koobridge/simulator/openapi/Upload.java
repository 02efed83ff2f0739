package io.koobridge.simulator.openapi;

import io.koobridge.simulator.applying.Application;
import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.Received;
import io.koobridge.simulator.applying.Reception;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST …/global/v1/market-event/{event_id}/file} (license §5.1). */
public final class Upload implements Api {
    private static final Pattern PATH = Pattern.compile(Gate.PREFIX + "/global/v1/market-event/([^/]+)/file");
    private static final int LONGEST_EVENT = 64;

    private final Reception reception;
    private final Applications applications;

    public Upload(Reception reception, Applications applications) {
        this.reception = reception;
        this.applications = applications;
    }

    /** The only request that may be long. */
    static boolean isAt(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public ApiName name() {
        return ApiName.UPLOAD;
    }

    @Override
    public boolean takes(String method, String path) {
        return method.equals("POST") && isAt(path);
    }

    @Override
    public @Nullable String orderId(Asked asked) {
        return applications.find(event(asked)).map(Application::orderId).orElse(null);
    }

    @Override
    public ApiAnswer answer(Asked asked) {
        String event = event(asked);
        Received licence;
        try {
            if (event.length() > LONGEST_EVENT) {
                throw new Multipart.Malformed("event_id has more than 64 characters");
            }
            licence = UploadForm.read(
                    asked.request().header("content-type"), asked.request().body());
        } catch (Multipart.Malformed malformed) {
            reception.malformed(event.substring(0, Math.min(LONGEST_EVENT, event.length())), malformed.getMessage());
            return ApiAnswer.error(400, "CBC.0101", "Invalid parameter: " + malformed.getMessage());
        }
        if (licence.size() == 0) {
            return ApiAnswer.error(200, "91381037", "License format error");
        }
        return switch (reception.deliver(event, licence)) {
            case RECEIVED -> ApiAnswer.error(200, "CBC.0000", "Success");
            case NOT_USABLE -> ApiAnswer.error(200, "91381033", "License resource is not usable");
            case NOT_VALID -> ApiAnswer.error(200, "91381034", "The application for a license is not valid");
            case NOTHING_LEFT -> ApiAnswer.error(200, "91381035", "No remaining amount in the resource period");
            case DENIED -> ApiAnswer.error(200, "91381038", "The application has been denied");
        };
    }

    private static String event(Asked asked) {
        Matcher path = PATH.matcher(asked.request().rawPath());
        return path.matches() ? path.group(1) : "";
    }
}
