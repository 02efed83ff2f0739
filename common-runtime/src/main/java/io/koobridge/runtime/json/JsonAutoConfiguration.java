package io.koobridge.runtime.json;

import io.koobridge.events.wire.Json;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** HTTP bodies are written and read as events are. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class JsonAutoConfiguration {

    @Bean
    JsonMapper koobridgeJsonMapper() {
        return Json.mapper();
    }
}
