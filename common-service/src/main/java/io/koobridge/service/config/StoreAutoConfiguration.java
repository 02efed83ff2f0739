package io.koobridge.service.config;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.StandardMongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** What Boot would give the store's driver, but with threads that end when they are told to. */
@AutoConfiguration(before = MongoReactiveAutoConfiguration.class)
class StoreAutoConfiguration {

    @Bean
    StoreThreads storeThreads() {
        return new StoreThreads();
    }

    /** Boot leaves out its own threads when it finds a transport here, and these settings leave out the customizer below. */
    @Bean
    MongoClientSettings storeSettings(StoreThreads threads) {
        return MongoClientSettings.builder()
                .transportSettings(TransportSettings.nettyBuilder()
                        .eventLoopGroup(threads.group())
                        .build())
                .build();
    }

    @Bean
    StandardMongoClientSettingsBuilderCustomizer storeCustomizer(
            MongoProperties properties, MongoConnectionDetails details) {
        return new StandardMongoClientSettingsBuilderCustomizer(
                details, properties.getRepresentation().getUuid());
    }
}
