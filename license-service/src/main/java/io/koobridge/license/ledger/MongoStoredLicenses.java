package io.koobridge.license.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.license.domain.LicenseFile;
import java.time.Clock;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** The collection {@code licenses}: a document is inserted once and never written again. */
public final class MongoStoredLicenses implements StoredLicenses {

    private static final String BYTES = "bytes";
    private static final String FILE_NAME = "fileName";

    private final MongoCollection<BsonDocument> licenses;
    private final Clock clock;

    /** @param licenses whose acknowledged writes survive the loss of a node */
    public MongoStoredLicenses(MongoCollection<BsonDocument> licenses, Clock clock) {
        this.licenses = licenses;
        this.clock = clock;
    }

    @Override
    public Mono<LicenseFile> find(String licenseId) {
        return Mono.from(licenses.find(eq(licenseId)).first()).map(MongoStoredLicenses::file);
    }

    /** Whoever comes second reads what the first one wrote: two workers never have two licences. */
    @Override
    public Mono<LicenseFile> keep(String licenseId, LicenseFile file) {
        return Mono.from(licenses.insertOne(document(licenseId, file)))
                .thenReturn(file)
                .onErrorResume(MongoStoredLicenses::taken, _ -> find(licenseId));
    }

    private BsonDocument document(String licenseId, LicenseFile file) {
        var document = new BsonDocument("_id", new BsonString(licenseId))
                .append(BYTES, new BsonBinary(file.bytes()))
                .append("issuedAt", new BsonDateTime(clock.millis()));
        return file.name()
                .map(name -> document.append(FILE_NAME, new BsonString(name)))
                .orElse(document);
    }

    private static LicenseFile file(BsonDocument document) {
        return new LicenseFile(
                document.getBinary(BYTES).getData(),
                document.isString(FILE_NAME) ? document.getString(FILE_NAME).getValue() : null);
    }

    private static boolean taken(Throwable error) {
        return error instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
