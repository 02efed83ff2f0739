package io.koobridge.simulator.v1;

import io.koobridge.simulator.market.Extension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code saasExtendParams}: Base64 of a JSON array; the query string then encodes it as any other value (saas-v1 §7.6). */
public final class ExtendParams {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 2048;

    private ExtendParams() {}

    public static String written(List<Extension> fields) {
        List<Map<String, String>> items =
                fields.stream().map(ExtendParams::item).toList();
        String base64 = Base64.getEncoder()
                .encodeToString(JSON.writeValueAsString(items).getBytes(StandardCharsets.UTF_8));
        if (base64.length() > LONGEST) {
            throw new IllegalArgumentException("the extension fields make more than 2048 characters");
        }
        return base64;
    }

    private static Map<String, String> item(Extension field) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("name", field.name());
        item.put("value", field.value());
        return item;
    }
}
