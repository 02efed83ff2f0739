package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;

/** Looks into license-service's store as an operator would. */
final class LicenseBooks implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;

    LicenseBooks(String address) {
        client = MongoClients.create(address);
        database = client.getDatabase("koobridge_license");
    }

    /** Applications that somebody has still something to do with, or claims to work on. */
    List<BsonDocument> unsettled() {
        return collection("applications")
                .find(Filters.or(Filters.exists("work"), Filters.exists("lease")))
                .into(new ArrayList<>());
    }

    /** Whether it was told of the instance, and of what was bought. */
    boolean knows(String instanceId) {
        return collection("instances")
                        .countDocuments(Filters.and(
                                Filters.eq(instanceId),
                                Filters.eq("state.snapshot.phase", "ACTIVE"),
                                Filters.exists("state.snapshot.bought")))
                == 1;
    }

    /** SHA-256 of every licence that was ever issued. */
    Set<String> digests() {
        var digests = new HashSet<String>();
        var issued = collection("licenses").find().into(new ArrayList<>());
        issued.forEach(licence -> digests.add(sha256(licence.getBinary("bytes").getData())));
        assertThat(digests).as("licences, each another one").hasSameSizeAs(issued);
        return digests;
    }

    /** But for calls that were lost while it was killed: those were restarted, and such a finding is open until a person closes it. */
    long findings() {
        return collection("findings").countDocuments(Filters.ne("kind", "NEEDS_RESTART"));
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
