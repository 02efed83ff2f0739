package io.koobridge.simulator.openapi;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads bodies whole: of uploads what a signed body may have (license §5.0), of everything else what a question needs. */
public final class Bodies {
    public static final int LONGEST_UPLOAD = 12 << 20;
    private static final int LONGEST_QUESTION = 256 << 10;

    // All uploads under way together; the local stack gives the simulator little memory.
    private static final long AT_ONCE = 2L * LONGEST_UPLOAD;
    private static final AtomicLong UNDER_WAY = new AtomicLong();

    private Bodies() {}

    /** No room for one more upload. */
    static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("too many uploads at once", null, false, false);
        }
    }

    /** The longest body that this path takes. */
    public static int longest(String path) {
        return Upload.isAt(path) ? LONGEST_UPLOAD : LONGEST_QUESTION;
    }

    static Mono<byte[]> whole(ServerRequest request) {
        String path = request.uri().getRawPath();
        if (!Upload.isAt(path)) {
            return read(request, LONGEST_QUESTION);
        }
        long size = Math.min(LONGEST_UPLOAD, request.headers().contentLength().orElse(LONGEST_UPLOAD));
        return Mono.defer(() -> {
            if (UNDER_WAY.addAndGet(size) > AT_ONCE) {
                UNDER_WAY.addAndGet(-size);
                return Mono.error(new TooMuch());
            }
            return read(request, LONGEST_UPLOAD).doFinally(end -> UNDER_WAY.addAndGet(-size));
        });
    }

    private static Mono<byte[]> read(ServerRequest request, int longest) {
        return DataBufferUtils.join(request.exchange().getRequest().getBody(), longest)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }
}
