package io.koobridge.license.web.code;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Reads a body that whoever has a key may have sent.
 *
 * @param largest in bytes
 * @param within how long its sender may take
 */
record BoundedBody(int largest, Duration within) {

    static final BoundedBody USUAL = new BoundedBody(64 * 1024, Duration.ofSeconds(10));

    /** It did not arrive, or its sender went away. */
    static final class NotArrivedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotArrivedException(Throwable cause) {
            super(cause);
        }
    }

    /** A {@link DataBufferLimitException} when it is too large, a {@link NotArrivedException} when it does not come. */
    Mono<byte[]> of(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > largest) {
            return Mono.error(new DataBufferLimitException("announced"));
        }
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), largest)
                .map(BoundedBody::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(within)
                .onErrorMap(error -> !(error instanceof DataBufferLimitException), NotArrivedException::new);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
