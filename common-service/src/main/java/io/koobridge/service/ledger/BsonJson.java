package io.koobridge.service.ledger;

import io.koobridge.events.wire.Json;
import java.util.stream.StreamSupport;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values as BSON by way of the suite's one JSON mapper: what stands in a ledger reads like what stands on Kafka. Not by
 * way of extended JSON text, in which a name such as {@code $date} would change its meaning.
 */
public final class BsonJson {

    private static final JsonMapper JSON = Json.mapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BsonJson() {}

    public static BsonDocument write(Object value) {
        return toBson(JSON.valueToTree(value)).asDocument();
    }

    public static <T> T read(BsonDocument document, Class<T> type) {
        return JSON.treeToValue(toJson(document), type);
    }

    private static BsonValue toBson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var document = new BsonDocument();
                node.properties()
                        .forEach(member ->
                                document.append(MemberNames.write(member.getKey()), toBson(member.getValue())));
                yield document;
            }
            case ARRAY ->
                new BsonArray(StreamSupport.stream(node.spliterator(), false)
                        .map(BsonJson::toBson)
                        .toList());
            case STRING -> new BsonString(node.stringValue());
            case BOOLEAN -> BsonBoolean.valueOf(node.booleanValue());
            case NUMBER ->
                node.canConvertToLong() && node.isIntegralNumber()
                        ? new BsonInt64(node.longValue())
                        : new BsonDecimal128(new Decimal128(node.decimalValue()));
            case NULL, MISSING -> BsonNull.VALUE;
            case BINARY, POJO -> throw new IllegalStateException("a value's JSON has no " + node.getNodeType());
        };
    }

    private static JsonNode toJson(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                var object = NODES.objectNode();
                value.asDocument().forEach((name, member) -> object.set(MemberNames.read(name), toJson(member)));
                yield object;
            }
            case ARRAY -> {
                var array = NODES.arrayNode();
                value.asArray().forEach(element -> array.add(toJson(element)));
                yield array;
            }
            case STRING -> NODES.stringNode(value.asString().getValue());
            case BOOLEAN -> NODES.booleanNode(value.asBoolean().getValue());
            case INT32 -> NODES.numberNode(value.asInt32().getValue());
            case INT64 -> NODES.numberNode(value.asInt64().getValue());
            case DECIMAL128 -> NODES.numberNode(value.asDecimal128().getValue().bigDecimalValue());
            case NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("a ledger holds no BSON " + value.getBsonType());
        };
    }
}
