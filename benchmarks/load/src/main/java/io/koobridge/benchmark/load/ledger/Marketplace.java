package io.koobridge.benchmark.load.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A marketplace that knows every order it is asked about, after a while. One that takes its time holds the work queue: a service asks for one
 * order on each of its partitions and can do nothing else there, which is no failure that a breaker would count.
 */
public final class Marketplace implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("orderLineId=([^&]+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration delay;

    /** @param delay before each answer */
    public Marketplace(Duration delay) throws IOException {
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var line = LINE.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
            var order = order(line.find() ? line.group(1) : "");
            if (!closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, order.length);
                exchange.getResponseBody().write(order);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As usage-and-open-api §6.2 has it. */
    private static byte[] order(String line) {
        return """
                {"resultCode":"MKT.0000","resultMsg":"success","orderInfo":{"orderId":"%1$s","orderType":"NEW",\
                "createTime":"20260301084500","orderLine":[{"orderLineId":"%1$s","chargingMode":"PERIOD","periodType":"year",\
                "periodNumber":1,"expireTime":"20990301155959","productInfo":[{"productId":"OFFI-BENCHMARK-01",\
                "skuCode":"sku-benchmark","linearValue":5}]}],"buyerInfo":{"customerId":"c-1","customerName":"Example Ltd",\
                "userId":"u-1","userName":"ann","mobilePhone":"13800000000","email":"ann@example.com"}}}""".formatted(line).getBytes(UTF_8);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
