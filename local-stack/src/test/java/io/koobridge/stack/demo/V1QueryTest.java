package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class V1QueryTest {

    private static final String ADDRESS = "http://127.0.0.1:8080/koogallery/saas";

    @Test
    void readsWhatACallSaysBehindItsAddress() {
        var query =
                new V1Query(ADDRESS + "?activity=instanceStatus&instanceStatus=FREEZE&customerName=A%26B&empty=&bare");

        assertThat(query.detail()).isEqualTo("FREEZE");
        assertThat(query.value("customerName")).isEqualTo("A&B");
        assertThat(query.value("empty")).isEmpty();
        assertThat(query.value("bare")).isEmpty();
        assertThat(query.value("absent")).isEmpty();
    }

    @Test
    void tellsARenewalTakenBackFromOneThatIsPaid() {
        assertThat(new V1Query(ADDRESS + "?orderAmount=-12.5").detail()).isEqualTo("orderAmount -12.5");
        assertThat(new V1Query(ADDRESS + "?orderAmount=12.5").detail()).isEmpty();
        assertThat(new V1Query(ADDRESS + "?orderAmount=12.5&trialToFormal=1").detail())
                .isEqualTo("trialToFormal");
    }

    @Test
    void takesACallAsItIsThatNobodyCanRead() {
        var query = new V1Query(ADDRESS + "?activity=a&activity=b&percent=%25zz");

        assertThat(query.value("activity")).isEqualTo("a");
        assertThat(query.value("percent")).isEqualTo("%zz");
        assertThat(new V1Query(ADDRESS).detail()).isEmpty();
    }

    @Test
    void aCallOfV1IsShownAsSuch() {
        var call = new Call(recorded("?activity=newInstance&testFlag=1").put("responseBody", """
                {"resultCode":"000000","instanceId":"kb1","appInfo":{"frontEndUrl":"https://app.example.com/t/1"}}"""));

        assertThat(call.isV1()).isTrue();
        assertThat(call.isDebug()).isTrue();
        assertThat(call.what()).isEqualTo("V1 newInstance");
        assertThat(call.answer()).isEqualTo("000000 https://app.example.com/t/1");
    }

    @Test
    void aPageThatABuyerOpensIsNoCallOfV1() {
        var visit = new Call(recorded("").put("name", "openFrontEnd"));

        assertThat(visit.isV1()).isFalse();
        assertThat(visit.what()).isEqualTo("openFrontEnd");
        assertThat(visit.answer()).isEqualTo("HTTP 200");
    }

    private static ObjectNode recorded(String query) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("direction", "TO_SELLER")
                .put("name", "newInstance")
                .put("url", ADDRESS + query)
                .put("requestLine", "GET /koogallery/saas" + query + " HTTP/1.1")
                .put("httpStatus", 200);
    }
}
