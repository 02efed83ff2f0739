package io.koobridge.gateway.http;

import io.koobridge.crypto.response.BodySign;
import io.koobridge.gateway.call.Ending;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts an answer on the wire: HTTP 200 whatever it says (saas-v2 §1.7), signed over the exact bytes where its edition has that (saas-v2 §7.8). */
final class AnswerWriter {

    private AnswerWriter() {}

    static Mono<Void> write(ServerHttpResponse response, Ending ending, BodyIntake body) {
        var answer = ending.answer();
        response.setStatusCode(HttpStatus.OK);
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, answer.contentType());
        headers.setContentLength(answer.json().length);
        if (answer.signed()) {
            headers.set(BodySign.HEADER, BodySign.value(ending.signer(), answer.json()));
        }
        Mono<DataBuffer> json = Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.json()));
        if (body.leavesConnectionUsable()) {
            return response.writeWith(json);
        }
        headers.set(HttpHeaders.CONNECTION, "close");
        // Out at once; only the closing waits for what the caller is still sending.
        return response.writeAndFlushWith(
                Flux.concat(Mono.just(json), body.remainder().then(Mono.empty())));
    }
}
