package io.koobridge.tenant.login.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.domain.LoginProfile;
import io.koobridge.tenant.login.outside.CentreAddress.ClientPair;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.netty.buffer.Unpooled;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

@Timeout(60)
class OneAccessTest {

    private static final class Asked implements OutsideSystem {
        @Override
        public <T> Mono<Answer<T>> ask(String operation, String subject, Mono<T> call) {
            return call.map(Answer.Answered::new);
        }
    }

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private static Reply<Grant> token(HttpClient client, String base) {
        return token(client, base, WITHIN);
    }

    private static Reply<Grant> token(HttpClient client, String base, Duration within) {
        var centre = new CentreAddress(
                People.TENANT,
                LoginProfile.ONEACCESS,
                new LoginDomain(URI.create(base)),
                new ClientPair("client-1", People.SECRET),
                URI.create("https://login.example.com/login/erp/callback"));
        var reply =
                new OneAccess(new Asked(), client, within).token(centre, "c1").block();
        if (reply == null) {
            throw new AssertionError("no reply");
        }
        return reply;
    }

    private static HttpClient client(boolean loopback) {
        return HttpClient.create()
                .responseTimeout(Duration.ofMillis(300))
                .resolvedAddressesSelector(PublicAddresses.of(loopback));
    }

    @Test
    void whoeverHangsIsAway() {
        try (var server = FakeServer.thatHangs()) {
            assertThat(token(client(true), server.url())).isEqualTo(new Reply.Away<>("no answer in time"));
        }
    }

    @Test
    void whoeverTricklesIsAwayWithoutAnErrorThatWouldBeEverybodys() {
        var trickling = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((_, response) -> response.send(
                        Flux.interval(Duration.ofMillis(50)).map(_ -> Unpooled.wrappedBuffer(new byte[] {' '})),
                        _ -> true))
                .bindNow();
        try {
            assertThat(token(client(true), "http://127.0.0.1:" + trickling.port(), Duration.ofMillis(250)))
                    .isEqualTo(new Reply.Away<>("no answer in time"));
        } finally {
            trickling.disposeNow();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        try (var server =
                new FakeServer(_ -> Response.ok("{\"access_token\":\"%s\"}".formatted("x".repeat(100_000))))) {
            assertThat(token(client(true), server.url())).isEqualTo(new Reply.Unreadable<>("larger than 64 KiB"));
        }
    }

    @Test
    void whatIsNotThereIsAway() {
        assertThat(token(client(true), "http://127.0.0.1:1")).isInstanceOf(Reply.Away.class);
        assertThat(token(client(true).resolver(names(() -> List.of())), "http://acme.example"))
                .isInstanceOf(Reply.Away.class);
    }

    @Tag("promise:no-login-calls-inside")
    @Test
    void aPublicNameWithAPrivateAddressIsNotCalled() {
        try (var server = new FakeServer(_ -> Response.ok("{\"access_token\":\"x\"}"))) {
            var here = List.of(address("127.0.0.1"));
            var reply = token(client(false).resolver(names(() -> here)), named(server));

            assertThat(reply).isEqualTo(new Reply.Forbidden<>());
            assertThat(server.requests()).isEmpty();
            // It is the address alone that was in the way.
            assertThat(token(client(true).resolver(names(() -> here)), named(server)))
                    .isInstanceOf(Reply.Told.class);
        }
    }

    @Tag("promise:no-login-calls-inside")
    @Test
    void aNameThatChangesItsAddressAfterALookGainsNothing() {
        try (var server = new FakeServer(_ -> Response.ok("{\"access_token\":\"x\"}"))) {
            var looks = new AtomicInteger();
            var client = client(false)
                    .resolver(names(
                            () -> List.of(address(looks.getAndIncrement() % 2 == 0 ? "192.0.2.1" : "127.0.0.1"))));

            for (int call = 0; call < 4; call++) {
                assertThat(token(client, named(server))).isEqualTo(new Reply.Forbidden<>());
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Tag("promise:no-login-calls-inside")
    @Test
    void ofSeveralAddressesThePrivateOnesAreLeftOut() {
        var seen = PublicAddresses.of(false)
                .apply(
                        client(false).configuration(),
                        List.of(
                                new InetSocketAddress(address("10.0.0.1"), 443),
                                new InetSocketAddress(address("8.8.8.8"), 443)));

        assertThat(seen).hasSize(1).first().hasToString("/8.8.8.8:443");
    }

    @Test
    void nothingThatIsSaidOfACallShowsASecret() {
        assertThat(new Grant("access-secret", "refresh-secret", Duration.ofHours(2)).toString())
                .doesNotContain("secret");
        assertThat(new Reply.Told<>(new Grant("access-secret", null, Duration.ofHours(2))).toString())
                .doesNotContain("secret");
        assertThat(new ClientPair("c", "the-secret").toString()).doesNotContain("secret");
    }

    private static String named(FakeServer server) {
        return "http://acme.example:" + server.uri().getPort();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Every name has these addresses, asked for anew each time. */
    private static AddressResolverGroup<InetSocketAddress> names(Supplier<List<InetAddress>> addresses) {
        return new AddressResolverGroup<>() {
            @Override
            protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
                return new InetNameResolver(executor) {
                    @Override
                    protected void doResolve(String host, Promise<InetAddress> promise) {
                        promise.setSuccess(addresses.get().getFirst());
                    }

                    @Override
                    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
                        var found = addresses.get();
                        if (found.isEmpty()) {
                            promise.setFailure(new UnknownHostException(host));
                        } else {
                            promise.setSuccess(found);
                        }
                    }
                }.asAddressResolver();
            }
        };
    }
}
