package io.koobridge.tenant.login.ledger;

import io.koobridge.service.ledger.BsonJson;
import io.koobridge.tenant.login.domain.Delivery;
import io.koobridge.tenant.login.domain.LoginSession;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A session as a document. */
final class SessionForm {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String UNTIL = "until";
    static final String SECRET = "secret";
    static final String HANDLE = "handle";
    static final String BROWSER = "browser";

    private static final String SESSION = "session";
    private static final String DELIVERY = "delivery";
    private static final String FETCHED_UNTIL = "fetchedUntil";

    private SessionForm() {}

    /** For the browser to fetch it: what nobody fetches is over then. */
    static BsonDocument waiting(
            LoginSession session, long version, String handle, LoginSessions.Bound bound, Instant fetchedUntil) {
        return document(session, version)
                .append(UNTIL, date(fetchedUntil))
                .append(HANDLE, new BsonString(handle))
                .append(FETCHED_UNTIL, date(fetchedUntil))
                .append(BROWSER, new BsonString(bound.browser()))
                .append(DELIVERY, BsonJson.write(bound.delivery()));
    }

    static BsonDocument held(LoginSession session, long version, String secret) {
        return document(session, version).append(SECRET, new BsonString(secret));
    }

    private static BsonDocument document(LoginSession session, long version) {
        return new BsonDocument(ID, new BsonString(session.place()))
                .append(VERSION, new BsonInt64(version))
                .append(UNTIL, date(session.until()))
                .append(SESSION, BsonJson.write(session));
    }

    static String place(BsonDocument document) {
        return document.getString(ID).getValue();
    }

    static long version(BsonDocument document) {
        return document.getNumber(VERSION).longValue();
    }

    static Instant until(BsonDocument document) {
        return instant(document, UNTIL);
    }

    static Instant fetchedUntil(BsonDocument document) {
        return instant(document, FETCHED_UNTIL);
    }

    static LoginSession session(BsonDocument document) {
        return BsonJson.read(document.getDocument(SESSION), LoginSession.class);
    }

    static Delivery delivery(BsonDocument document) {
        return BsonJson.read(document.getDocument(DELIVERY), Delivery.class);
    }

    static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static Instant instant(BsonDocument document, String member) {
        return Instant.ofEpochMilli(document.getDateTime(member).getValue());
    }
}
