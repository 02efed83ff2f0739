package io.koobridge.gateway.dialect;

import io.koobridge.gateway.address.KitPath;
import io.koobridge.gateway.address.ProductionAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Scheduler;

/**
 * What is known of a call before its body is read.
 *
 * @param kit the interface of the joint-operations kit that was called; absent: the address itself
 * @param method as it came
 * @param query the query string, undecoded; empty when there is none
 * @param receivedAt when the head was there
 * @param loop what the call came on and is answered on: its connection's own thread, also for its time-outs
 */
public record CallHead(
        ProductionAddress address,
        @Nullable KitPath kit,
        String method,
        String query,
        HttpHeaders headers,
        Instant receivedAt,
        Scheduler loop) {

    /** Of a call of the address itself. */
    public CallHead(
            ProductionAddress address,
            String method,
            String query,
            HttpHeaders headers,
            Instant receivedAt,
            Scheduler loop) {
        this(address, null, method, query, headers, receivedAt, loop);
    }

    /** What the subjects of such calls are called in logs and spans. */
    public String subjectKey() {
        return kit == null ? address.kind().subjectKey() : "tenantId";
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** Neither query nor headers: they carry signatures and, in V1, personal data. */
    @Override
    public String toString() {
        return "CallHead[" + method + " " + address.path() + "]";
    }
}
