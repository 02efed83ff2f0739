package io.koobridge.tenant.login.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.runtime.Causes;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.tenant.login.domain.UserInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** OneAccess and its sibling, over HTTP (tenant-sync §7.3 to §7.8). Redirects are not followed. */
public final class OneAccess implements AuthenticationCentre {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final OutsideSystem system;
    private final WebClient http;
    private final Duration within;

    /**
     * All of them.
     *
     * @param client connects to public addresses alone
     * @param within how long one call takes at most, with everything that belongs to it
     */
    public OneAccess(OutsideSystem system, HttpClient client, Duration within) {
        this.system = system;
        this.within = within;
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** An answer as far as it is anybody's. */
    record Raw(int status, String text) {
        /** It may hold a token. */
        @Override
        public String toString() {
            return "Raw[%d]".formatted(status);
        }
    }

    @Override
    public Mono<Reply<Grant>> token(CentreAddress centre, String code) {
        var form = form(centre, "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", centre.callback().toString());
        if (centre.profile().asksForOfflineAccess()) {
            form.add("access_type", "offline");
        }
        return asked("login-token", centre, post(centre, form), OneAccessAnswers::grant);
    }

    @Override
    public Mono<Reply<Grant>> refresh(CentreAddress centre, String refreshToken) {
        var form = form(centre, "refresh_token");
        form.add("refresh_token", refreshToken);
        return asked("login-refresh", centre, post(centre, form), OneAccessAnswers::grant);
    }

    private static MultiValueMap<String, String> form(CentreAddress centre, String grantType) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", grantType);
        form.add("client_id", centre.client().id());
        form.add("client_secret", centre.client().secret());
        return form;
    }

    private Mono<Raw> post(CentreAddress centre, MultiValueMap<String, String> form) {
        return http.post()
                .uri(centre.domain().at(centre.profile().paths().token()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchangeToMono(OneAccess::raw);
    }

    @Override
    public Mono<Reply<UserInfo>> userInfo(CentreAddress centre, String accessToken) {
        var profile = centre.profile();
        var call = http.get()
                .uri(centre.domain().at(profile.paths().userInfo()))
                .header(profile.tokenHeader(), "Bearer " + accessToken)
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(OneAccess::raw);
        return asked("login-userinfo", centre, call, raw -> OneAccessAnswers.userInfo(profile.fields(), raw));
    }

    @Override
    public Mono<Reply<UserInfo>> ticket(CentreAddress centre, String service, String ticket) {
        var path = centre.profile().paths().casValidation();
        if (path == null) {
            return Mono.just(new Reply.Unreadable<>("this profile has no tickets"));
        }
        var call = http.get()
                .uri(validation(centre.domain().at(path), service, ticket))
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_XML_VALUE, MediaType.APPLICATION_JSON_VALUE)
                .exchangeToMono(OneAccess::raw);
        return asked("login-ticket", centre, call, raw -> CasTickets.read(service, ticket, raw));
    }

    private static URI validation(URI address, String service, String ticket) {
        return UriComponentsBuilder.fromUri(address)
                .queryParam("service", "{service}")
                .queryParam("ticket", "{ticket}")
                .queryParam("format", "XML")
                .encode()
                .build(service, ticket);
    }

    private static Mono<Raw> raw(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> new Raw(response.statusCode().value(), new String(body, UTF_8)));
    }

    private <T> Mono<Reply<T>> asked(
            String operation, CentreAddress centre, Mono<Raw> call, Function<Raw, Reply<T>> reading) {
        // A slow one is one enterprise's trouble: said here, it opens no breaker of all.
        var reply = call.timeout(within).map(reading).onErrorResume(error -> Mono.just(failed(error)));
        return system.ask(operation, centre.tenantId(), reply).map(OneAccess::reply);
    }

    private static <T> Reply<T> reply(Answer<Reply<T>> answer) {
        return switch (answer) {
            case Answer.Answered<Reply<T>>(var reply) -> reply;
            case Answer.NotSent<Reply<T>>(var why) -> new Reply.Away<>(why);
            case Answer.Uncertain<Reply<T>>(var why) -> new Reply.Away<>(why);
        };
    }

    private static <T> Reply<T> failed(Throwable error) {
        if (Causes.find(error, PublicAddresses.ForbiddenAddressException.class).isPresent()) {
            return new Reply.Forbidden<>();
        }
        if (Causes.find(error, DataBufferLimitException.class).isPresent()) {
            return new Reply.Unreadable<>("larger than %d KiB".formatted(LARGEST_ANSWER / 1024));
        }
        if (Causes.find(error, TimeoutException.class).isPresent()
                || Causes.find(error, io.netty.handler.timeout.TimeoutException.class)
                        .isPresent()) {
            return new Reply.Away<>("no answer in time");
        }
        var network = Causes.find(error, IOException.class);
        return new Reply.Away<>(network.map(cause -> cause.getClass().getSimpleName())
                .orElse(error.getClass().getSimpleName()));
    }
}
