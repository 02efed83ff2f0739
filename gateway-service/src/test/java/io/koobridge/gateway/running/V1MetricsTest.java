package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators tell the activities of V1 apart, and nothing that anybody sends makes a series of its own. */
class V1MetricsTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newInstance     | &orderId=CS-V1-METRICS",
                "refreshInstance | &instanceId=i-v1-m&orderId=CS2&expireTime=20270331235959",
                "expireInstance  | &instanceId=i-v1-m",
                "releaseInstance | &instanceId=i-v1-m",
                "upgrade         | &instanceId=i-v1-m&orderId=CS3",
                "instanceStatus  | &instanceId=i-v1-m&instanceStatus=NORMAL",
                "queryInstance   | &instanceId=i-v1-m",
            })
    void everyActivityIsCountedAsItself(String activity, String parameters) {
        double before = counted("koobridge.callbacks", "activity", activity);

        send("activity=" + activity + parameters);

        assertThat(counted("koobridge.callbacks", "activity", activity)).isEqualTo(before + 1);
        assertThat(lastJournaled().activity()).isEqualTo(activity);
    }

    @Test
    void whatNobodyKnowsIsOther() {
        double before = counted("koobridge.callbacks", "activity", "other");
        var meters = GATEWAY.meters().getMeters().size();

        for (int i = 0; i < 50; i++) {
            send("activity=odd%d&orderId=%1$d".formatted(i));
        }

        assertThat(counted("koobridge.callbacks", "activity", "other")).isEqualTo(before + 50);
        assertThat(GATEWAY.meters().getMeters().size()).isLessThan(meters + 10);
    }

    private static void send(String parameters) {
        Connection.exchange(GATEWAY.port(), V1Call.of(parameters).bytes()).isProperV1(RunningGateway.V1_KEY);
    }
}
