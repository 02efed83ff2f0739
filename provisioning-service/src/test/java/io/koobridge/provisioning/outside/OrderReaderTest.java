package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.OrderQuery.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders as documented, and as the documentation does not exclude (usage-and-open-api §6). */
class OrderReaderTest {

    private static final String ID = "kb-1";
    private static final OrderKey KEY = new OrderKey("CS1", "CS1-000001", null);
    private static final Instant EXPIRY = Instant.parse("2027-03-01T15:59:59Z");

    private final OrderReader reader = new OrderReader(CONTACT);

    static Stream<Arguments> mockOrders() {
        return Stream.of(
                Arguments.of("MOCKPERIODYEARNEW", "NEW", ChargingMode.PERIOD, new Period("year", 1)),
                Arguments.of("MOCKONETIMENEW", "NEW", ChargingMode.ONE_TIME, null),
                Arguments.of("MOCKONDEMAND", "NEW", ChargingMode.ON_DEMAND, null),
                Arguments.of("MOCKONDEMANDPKG", "NEW", ChargingMode.ON_DEMAND_PKG, null),
                Arguments.of("MOCKPERIODDAYTRIAL", "TRIAL", ChargingMode.PERIOD, new Period("day", 7)),
                Arguments.of("MOCKMONTYTRIALTOFORMAL", "TRIAL_TO_FORMAL", ChargingMode.PERIOD, new Period("month", 1)),
                Arguments.of("MOCKMONTYUNSUBSCRIBE", "UNSUBSCRIBE", ChargingMode.PERIOD, new Period("month", 1)),
                Arguments.of("MOCKMONTYRENEW", "RENEW", ChargingMode.PERIOD, new Period("month", 1)),
                Arguments.of("MOCKMONTYCHANGE", "CHANGE", ChargingMode.PERIOD, new Period("month", 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mockOrders")
    void everyKindOfMockOrderIsRead(String orderId, String type, ChargingMode mode, Period period) {
        var details = found(
                reader.read(ID, Instances.asked(new OrderKey(orderId, orderId + "-000001", null)), mockOrder(orderId)));

        assertThat(details.orderType()).isEqualTo(type);
        assertThat(details.chargingMode()).isEqualTo(mode);
        assertThat(details.period()).isEqualTo(period);
        assertThat(details.product()).isEqualTo(new Product("OFFI-EXAMPLE-01", "sku-example", 5L));
        assertThat(details.expiresAt())
                .isEqualTo(mode == ChargingMode.PERIOD || mode == ChargingMode.ON_DEMAND_PKG ? EXPIRY : null);
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void contactDataIsSealedForTheInstanceAsItIsRead() {
        var buyer = Objects.requireNonNull(found(reader.read(
                        ID,
                        Instances.asked(new OrderKey("MOCKONDEMAND", "MOCKONDEMAND-000001", null)),
                        mockOrder("MOCKONDEMAND")))
                .buyer());

        assertThat(buyer.customerName()).isEqualTo("Example Ltd");
        assertThat(Objects.requireNonNull(buyer.mobile()).value()).doesNotContain("13800000000");
        assertThat(CONTACT.open(ID, "mobile", buyer.mobile())).isEqualTo("13800000000");
        assertThat(CONTACT.open(ID, "email", buyer.email())).isEqualTo("ann@example.com");
        assertThat(CONTACT.open(ID, "mobile", buyer.email()))
                .as("in another field")
                .isNull();
        assertThat(CONTACT.open("kb-2", "mobile", buyer.mobile()))
                .as("of another instance")
                .isNull();
    }

    @Test
    void aBuyerWithoutConsentHasNoContactData() {
        var details = found(read("{'orderLine':[%s],'buyerInfo':{'customerId':'c-1'}}".formatted(line(""))));

        assertThat(Objects.requireNonNull(details.buyer()).customerId()).isEqualTo("c-1");
        assertThat(details.buyer().mobile()).isNull();
        assertThat(details.buyer().email()).isNull();
    }

    @Test
    void aSingleObjectDoesWhereAListIsDocumented() {
        var details = found(read("{'orderLine':%s}".formatted(line(",'productInfo':{'productId':'P1'}"))));

        assertThat(details.product()).isEqualTo(new Product("P1", null, null));
    }

    @Test
    void numbersMayBeTextsAndTextsNumbers() {
        var details = found(read("{'orderLine':[%s]}"
                .formatted(line(",'expireTime':20270301155959,'periodType':'year',"
                        + "'periodNumber':'2','productInfo':[{'productId':4711,'skuCode':8,'linearValue':'12.0'}]"))));

        assertThat(details.expiresAt()).isEqualTo(EXPIRY);
        assertThat(details.period()).isEqualTo(new Period("year", 2));
        assertThat(details.product()).isEqualTo(new Product("4711", "8", 12L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20270301155959", "20270301155959000", " 20270301155959123 "})
    void anExpiryHasFourteenOrSeventeenDigitsInUtc(String expiry) {
        assertThat(found(read("{'orderLine':[%s]}".formatted(line(",'expireTime':'" + expiry + "'"))))
                        .expiresAt())
                .isEqualTo(EXPIRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2027", "20270231155959", "20271301155959", "2027-03-01 15:59", "never, as it seems"})
    void anythingElseIsNoExpiry(String expiry) {
        assertThat(found(read("{'orderLine':[%s]}".formatted(line(",'expireTime':'" + expiry + "'"))))
                        .expiresAt())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'many'", "-1.5", "1e400", "true", "{}", "[]", "null", "'99999999999999999999'"})
    void aQuantityThatIsNoWholeNumberIsNone(String quantity) {
        var product = ",'productInfo':[{'productId':'P1','linearValue':%s}]".formatted(quantity);

        assertThat(found(read("{'orderLine':[%s]}".formatted(line(product)))).product())
                .isEqualTo(new Product("P1", null, null));
    }

    @Test
    void aPeriodOfMoreThanAnIntegerHoldsIsNone() {
        var details =
                found(read("{'orderLine':[%s]}".formatted(line(",'periodType':'year','periodNumber':4294967297"))));

        assertThat(details.period()).isNull();
    }

    @Test
    void whatIsMissingIsAbsentAndWhatIsUnknownIsIgnored() {
        var details = found(read("{'orderLine':[%s],'trialFlag':1,'extendParams':'x'}".formatted(line(",'more':[1]"))));

        assertThat(details).isEqualTo(new OrderDetails("UNTOLD", ChargingMode.ONE_TIME, null, null, null, null));
    }

    @Test
    void theLineIsTheOneThatWasBought() {
        var lines = "{'orderLineId':'CS1-000002','chargingMode':'PERIOD'}," + line("");

        assertThat(found(read("{'orderLine':[%s]}".formatted(lines))).chargingMode())
                .isEqualTo(ChargingMode.ONE_TIME);
    }

    @Test
    void anOrderKeyWithoutALineTakesTheFirst() {
        var order = json("{'orderLine':[%s]}".formatted(line("")));

        assertThat(found(reader.read(ID, Instances.asked(new OrderKey("CS1", null, null)), order))
                        .chargingMode())
                .isEqualTo(ChargingMode.ONE_TIME);
    }

    @Test
    void aKeyWithAProductTakesThatProduct() {
        var order =
                json("{'orderLine':[%s]}".formatted(line(",'productInfo':[{'productId':'P1'},{'productId':'P2'}]")));

        assertThat(found(reader.read(ID, Instances.asked(new OrderKey("CS1", "CS1-000001", "P2")), order))
                        .product())
                .isEqualTo(new Product("P2", null, null));
    }

    @Test
    void anOrderThatDoesNotShowTheLineYetIsAskedForAgain() {
        assertThat(read("{'orderLine':[]}")).isEqualTo(new Answer.NotNow("the order has no line CS1-000001"));
        assertThat(read("{}")).isEqualTo(new Answer.NotNow("the order has no line CS1-000001"));
    }

    @Test
    void anUnknownWayOfPayingIsNamed() {
        assertThat(read("{'orderLine':[{'orderLineId':'CS1-000001','chargingMode':'BARTER'}]}"))
                .isEqualTo(new Answer.NotNow("the order line's chargingMode is BARTER"));
        assertThat(read("{'orderLine':[{'orderLineId':'CS1-000001'}]}"))
                .isEqualTo(new Answer.NotNow("the order line's chargingMode is missing"));
    }

    @Test
    void anOrderThatNothingIsMadeOfIsSeenAsFarAsItCanBeRead() {
        var sighting = OrderReader.see(KEY, json("""
                        {'orderType':'UNSUBSCRIBE','orderLine':[{'orderLineId':'CS1-000002'},{'orderLineId':'CS1-000001',\
                        'chargingMode':'BARTER','productInfo':[{'productId':'P1'},{'skuCode':'s'},{'productId':'P2'},\
                        {'productId':'P1'}]}]}""")).orElseThrow();

        assertThat(sighting.details().orderType()).isEqualTo("UNSUBSCRIBE");
        assertThat(sighting.details().chargingMode()).isNull();
        assertThat(sighting.details().product()).isEqualTo(new Product("P1", null, null));
        assertThat(sighting.productIds()).containsExactly("P1", "P2");
        assertThat(sighting.lineIds()).containsExactly("CS1-000001");
    }

    @Test
    void ofAnOrderWhoseLineNobodyNamedAllLinesAreSeenAndNoContactData() {
        var sighting =
                OrderReader.see(new OrderKey("CS1", null, null), json("""
                        {'buyerInfo':{'customerId':'c','mobilePhone':'13800138000','email':'ops@qinghe.example'},\
                        'orderLine':[{'orderLineId':'CS1-000001','productInfo':[{'productId':'P1'}]},\
                        {'orderLineId':'CS1-000002','productInfo':[{'productId':'P2'}]}]}""")).orElseThrow();

        assertThat(sighting.lineIds()).containsExactly("CS1-000001", "CS1-000002");
        assertThat(sighting.productIds()).containsExactly("P1", "P2");
        assertThat(sighting.details().buyer()).satisfies(buyer -> {
            assertThat(buyer.customerId()).isEqualTo("c");
            assertThat(buyer.mobile()).isNull();
            assertThat(buyer.email()).isNull();
        });
    }

    @Test
    void ofAnOrderWithoutItsLineNothingIsSeen() {
        assertThat(OrderReader.see(KEY, json("{'orderLine':[{'orderLineId':'CS1-000002'}]}")))
                .isEmpty();
        assertThat(OrderReader.see(
                        new OrderKey("CS1", null, null), json("{'orderLine':[{'orderLineId':'CS1-000002'}]}")))
                .isPresent();
    }

    /** Somebody else's order, of whatever size, must not become thousands of questions at each comparison. */
    @Test
    void ofAnOrderWithoutEndAHundredLinesAndProductsAreSeen() {
        var products = IntStream.range(0, 300)
                .mapToObj("{'productId':'P%d'}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var lines = IntStream.range(0, 300)
                .mapToObj(i -> "{'orderLineId':'CS1-%06d','productInfo':%s}".formatted(i, products))
                .collect(Collectors.joining(","));
        var order = json("{'orderLine':[%s]}".formatted(lines));

        var whole = OrderReader.see(new OrderKey("CS1", null, null), order).orElseThrow();
        var last =
                OrderReader.see(new OrderKey("CS1", "CS1-000299", null), order).orElseThrow();

        assertThat(whole.lineIds()).hasSize(100).contains("CS1-000000", "CS1-000099");
        assertThat(whole.productIds()).hasSize(100).contains("P0", "P99");
        assertThat(last.lineIds())
                .as("a line that was named is seen wherever it stands")
                .containsExactly("CS1-000299");
    }

    @Property
    void whateverTheMarketplaceWritesIsReadWithoutADefect(
            @ForAll("values") String type, @ForAll("values") String line, @ForAll("values") String product) {
        var order = json(
                "{'orderType':%s,'buyerInfo':%s,'orderLine':[{'orderLineId':'CS1-000001','chargingMode':%s,'expireTime':%s,'periodNumber':%s,'productInfo':%s},%s]}"
                        .formatted(type, product, type, line, line, product, line));

        assertThat(OrderReader.see(KEY, order))
                .hasValueSatisfying(
                        sighting -> assertThat(sighting.details().orderType()).isNotBlank());
        assertThat(OrderReader.see(KEY, json(type))).isEmpty();
    }

    @Provide
    Arbitrary<String> values() {
        var scalars = Arbitraries.of(
                "null",
                "''",
                "' '",
                "0",
                "-1",
                "1e999",
                "true",
                "'20270301155959'",
                "'NEW'",
                "'P1'",
                "9999999999999999999999");
        return Arbitraries.lazyOf(
                () -> scalars,
                () -> scalars,
                () -> values().list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                () -> values().map(value -> "{'productId':%s,'skuCode':'s','linearValue':%s}".formatted(value, value)));
    }

    private Answer read(String order) {
        return reader.read(ID, Instances.asked(KEY), json(order));
    }

    private static String line(String more) {
        return "{'orderLineId':'CS1-000001','chargingMode':'ONE_TIME'%s}".formatted(more);
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text.replace('\'', '"'));
    }

    static JsonNode mockOrder(String orderId) {
        try (var file = OrderReaderTest.class.getResourceAsStream("/orders/%s.json".formatted(orderId))) {
            return Json.mapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OrderDetails found(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).details();
    }
}
