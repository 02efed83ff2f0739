package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

    @Test
    void namesItsColumnsInTheFirstLineAndHasARowInEachOther() throws IOException {
        var row = IntStream.range(0, 11).mapToObj(Integer::toString).toList();

        var file = CustomerFile.of(List.of(row, row));

        assertThat(Files.readAllLines(file.file()))
                .hasSize(3)
                .startsWith(
                        "instanceId,orderId,productId,skuCode,quantity,chargingMode,expireTime,frontEndUrl,userName,password,edition")
                .endsWith("0,1,2,3,4,5,6,7,8,9,10")
                .allSatisfy(line -> assertThat(List.of(line.split(","))).hasSize(row.size()));
        assertThat(file.report()).isEmptyFile();
    }
}
