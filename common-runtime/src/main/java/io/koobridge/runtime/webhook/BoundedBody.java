package io.koobridge.runtime.webhook;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Reads a body that anybody may have sent.
 *
 * @param largest in bytes
 * @param within how long its sender may take
 */
public record BoundedBody(int largest, Duration within) {

    /** 64 KiB within 10 s: more than any message that says how something ended. */
    public static final BoundedBody USUAL = new BoundedBody(64 * 1024, Duration.ofSeconds(10));

    private static final long PASSED = 1024 * 1024;

    /** It did not arrive, or its sender went away: nothing that an operator should hear of. */
    public static final class NotArrivedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotArrivedException(Throwable cause) {
            super(cause);
        }
    }

    /** A {@link DataBufferLimitException} when it is too large, a {@link NotArrivedException} when it does not come. */
    public Mono<byte[]> of(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > largest) {
            return letPass(request).then(Mono.error(new DataBufferLimitException("announced")));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), largest)
                .map(BoundedBody::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(within)
                .onErrorMap(error -> !(error instanceof DataBufferLimitException), NotArrivedException::new);
    }

    /** A sender who is still sending when the connection is closed may not read why: a little too much is read and thrown away. */
    private Mono<Void> letPass(ServerRequest request) {
        var body = request.exchange().getRequest().getBody();
        return DataBufferUtils.takeUntilByteCount(body, PASSED)
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(within)
                .onErrorComplete();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
