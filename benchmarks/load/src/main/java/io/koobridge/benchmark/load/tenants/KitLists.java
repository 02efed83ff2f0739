package io.koobridge.benchmark.load.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of the kit's V2 edition as the marketplace writes them: members in order, nothing between them. */
final class KitLists {

    /** As many users as one call has at most (tenant-sync §5.3). */
    static final int USERS_IN_A_CALL = 500;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    /** Below one department are ten. */
    private static final int WIDTH = 10;

    private final InstantSource clock;

    KitLists(InstantSource clock) {
        this.clock = clock;
    }

    byte[] tenant(String tenantId) {
        return "{\"domainName\":\"https://%s.example.com\",\"flag\":1,\"instanceId\":\"kb-benchmark\",\"name\":\"%s\",\"orderId\":\"CSBENCHMARK\",\"tenantCode\":\"%s\",\"tenantId\":\"%s\",\"testFlag\":0,\"timeStamp\":\"%s\"}"
                .formatted(tenantId, tenantId, tenantId, tenantId, now())
                .getBytes(UTF_8);
    }

    /** The users from this number on. */
    byte[] users(String tenantId, int first) {
        var rows = IntStream.range(first, first + USERS_IN_A_CALL)
                .mapToObj(KitLists::user)
                .collect(Collectors.joining(","));
        return "{\"appId\":\"app-benchmark\",\"currentSyncTime\":\"%s\",\"flag\":1,\"instanceId\":\"kb-benchmark\",\"tenantId\":\"%s\",\"testFlag\":0,\"timeStamp\":\"%s\",\"userList\":[%s]}"
                .formatted(now(), tenantId, now(), rows)
                .getBytes(UTF_8);
    }

    private static String user(int number) {
        return "{\"userName\":\"u%07d\",\"name\":\"李雷%d\",\"position\":\"工程师\",\"orgCode\":\"D%05d\",\"role\":\"user\",\"enable\":\"true\",\"employeeCode\":\"E%07d\",\"employeeType\":1,\"mobile\":\"1380%07d\",\"email\":\"u%d@acme.example.com\"}"
                .formatted(number, number, number % 2_000, number, number, number);
    }

    byte[] organisation(String tenantId, int departments) {
        var rows =
                IntStream.range(0, departments).mapToObj(KitLists::department).collect(Collectors.joining(","));
        return "{\"instanceId\":\"kb-benchmark\",\"orgInfoList\":[%s],\"tenantId\":\"%s\",\"testFlag\":0,\"timeStamp\":\"%s\"}"
                .formatted(rows, tenantId, now())
                .getBytes(UTF_8);
    }

    private static String department(int number) {
        return "{\"orgCode\":\"D%05d\",\"orgName\":\"研发部 %d\",\"parentCode\":\"%s\"}"
                .formatted(number, number, number == 0 ? "" : "D%05d".formatted((number - 1) / WIDTH));
    }

    private String now() {
        return TIME.format(clock.instant().atOffset(ZoneOffset.ofHours(8)));
    }
}
