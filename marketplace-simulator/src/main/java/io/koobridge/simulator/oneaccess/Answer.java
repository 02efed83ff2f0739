package io.koobridge.simulator.oneaccess;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a program. */
record Answer(int status, Map<String, Object> body) {

    static Answer ok(Map<String, Object> body) {
        return new Answer(200, body);
    }

    static Answer error(int status, String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return new Answer(status, body);
    }

    boolean good() {
        return status == 200;
    }
}
