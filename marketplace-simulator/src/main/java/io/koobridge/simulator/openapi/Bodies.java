package io.koobridge.simulator.openapi;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Reads bodies whole: of uploads what a signed body may have (license §5.0), of a directory's resources what a group may have, of everything
 * else what a question needs.
 */
public final class Bodies {
    public static final int LONGEST_UPLOAD = 12 << 20;
    private static final int LONGEST_QUESTION = 256 << 10;
    // A group with all its members.
    private static final int LONGEST_RESOURCE = 2 << 20;
    private static final String DIRECTORY = "/scim/v2/";

    // All long bodies under way together; the local stack gives the simulator little memory.
    private static final long AT_ONCE = 2L * LONGEST_UPLOAD;
    private static final AtomicLong UNDER_WAY = new AtomicLong();

    private Bodies() {}

    /** No room for one more long body. */
    public static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("too many long bodies at once", null, false, false);
        }
    }

    /** The longest body that this path takes. */
    public static int longest(String path) {
        if (path.startsWith(DIRECTORY)) {
            return LONGEST_RESOURCE;
        }
        return Upload.isAt(path) ? LONGEST_UPLOAD : LONGEST_QUESTION;
    }

    public static Mono<byte[]> whole(ServerRequest request) {
        int longest = longest(request.uri().getRawPath());
        if (longest == LONGEST_QUESTION) {
            return read(request, LONGEST_QUESTION);
        }
        long size = Math.min(longest, request.headers().contentLength().orElse(longest));
        return Mono.defer(() -> {
            if (UNDER_WAY.addAndGet(size) > AT_ONCE) {
                UNDER_WAY.addAndGet(-size);
                return Mono.error(new TooMuch());
            }
            return read(request, longest).doFinally(end -> UNDER_WAY.addAndGet(-size));
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
