package io.koobridge.runtime.trace;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Traces are carried on always. */
@AutoConfiguration
class TraceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Spans spans() {
        return Spans.unrecorded();
    }
}
