package io.koobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestStoreTest {

    @Test
    void keepsDocumentsInTheDatabaseThatTheConnectionStringNames() {
        String address = TestStore.shared().freshConnectionString(TestStoreTest.class);

        try (var client = MongoClients.create(address)) {
            String database = address.replaceAll(".*/([^/?]+).*", "$1");
            var collection = client.getDatabase(database).getCollection("things");
            collection.insertOne(new Document("_id", 1));
            assertThat(collection.countDocuments()).isOne();
        }
    }

    @Test
    void namesAFreshDatabaseAtEachCall() {
        assertThat(TestStore.freshDatabase(TestStoreTest.class))
                .isNotEqualTo(TestStore.freshDatabase(TestStoreTest.class))
                .matches("[a-z0-9-]{1,63}");
    }

    @Test
    void putsTheDatabaseIntoAnyFormOfAddress() {
        assertThat(MongoAddress.withDatabase("mongodb://a:1", "x")).isEqualTo("mongodb://a:1/x");
        assertThat(MongoAddress.withDatabase("mongodb://a:1/", "x")).isEqualTo("mongodb://a:1/x");
        assertThat(MongoAddress.withDatabase("mongodb://u:p@a:1,b:2/old?replicaSet=rs0", "x"))
                .isEqualTo("mongodb://u:p@a:1,b:2/x?replicaSet=rs0");
        assertThat(MongoAddress.withDatabase("mongodb://a:1?ssl=true", "x")).isEqualTo("mongodb://a:1/x?ssl=true");
    }
}
