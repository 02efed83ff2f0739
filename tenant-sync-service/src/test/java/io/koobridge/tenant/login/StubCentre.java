package io.koobridge.tenant.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Request;
import io.koobridge.testkit.FakeServer.Response;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A OneAccess of one enterprise, over HTTP. Each of its answers can be another one. */
public final class StubCentre implements AutoCloseable {

    public static final String USER = """
            {"id":"1","userName":"li.lei","name":"李雷","tenant":"t-0a1b2c3d","role":"admin","organizationCode":"D100"}""";

    private final FakeServer server = new FakeServer(this::answer);
    private final AtomicInteger grants = new AtomicInteger();

    public volatile Function<Map<String, String>, Response> token = _ -> grant();
    public volatile Function<Request, Response> userInfo = _ -> Response.ok(USER);
    public volatile Function<Map<String, String>, Response> ticket = _ -> new Response(404, "");

    /** A new one of each, from the same hand. */
    public Response grant() {
        int number = grants.incrementAndGet();
        return Response.ok("""
                {"access_token":"access-secret-%1$d","token_type":"Bearer","expires_in":7200,"scope":"get_user_info",\
                "refresh_token":"refresh-secret-%1$d"}""".formatted(number));
    }

    public static Response refusal(String error) {
        return new Response(400, "{\"error\":\"%s\",\"error_description\":\"no\"}".formatted(error));
    }

    private Response answer(Request request) {
        return switch (request.path()) {
            case "/api/v1/oauth2/token", "/orgid/openapi/v1/oauth2/token" -> token.apply(form(request.body()));
            case "/api/v1/oauth2/userinfo", "/orgid/openapi/v1/oauth2/userinfo" -> userInfo.apply(request);
            case "/api/v1/cas/p3/serviceValidate" ->
                ticket.apply(form(request.uri().getRawQuery()));
            default -> new Response(404, "");
        };
    }

    /** Percent-encoded pairs, as a server takes them apart. */
    public static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    public String url() {
        return server.url();
    }

    public List<Request> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
