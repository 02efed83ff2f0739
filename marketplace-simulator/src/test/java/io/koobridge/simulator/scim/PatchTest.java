package io.koobridge.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** RFC 7644 §3.5.2. */
class PatchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String USER =
            "{\"userName\":\"li\",\"active\":true,\"name\":{\"formatted\":\"Li\",\"givenName\":\"Lei\"},"
                    + "\"emails\":[{\"type\":\"work\",\"value\":\"a@b\"},{\"type\":\"home\",\"value\":\"c@d\"}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"replace","path":"active","value":false}              | /active               | false
            {"op":"Replace","path":"ACTIVE","value":false}              | /active               | false
            {"op":"replace","value":{"active":false,"title":"Boss"}}    | /title                | "Boss"
            {"op":"add","path":"title","value":"Boss"}                  | /title                | "Boss"
            {"op":"remove","path":"active"}                             | /active               | null
            {"op":"replace","path":"name.givenName","value":"L"}        | /name                 | {"formatted":"Li","givenName":"L"}
            {"op":"replace","path":"name","value":{"givenName":"L"}}    | /name                 | {"formatted":"Li","givenName":"L"}
            {"op":"remove","path":"name.givenName"}                     | /name                 | {"formatted":"Li"}
            {"op":"add","path":"nickName","value":"x"}                  | /nickName             | "x"
            {"op":"add","path":"emails","value":[{"type":"other","value":"e@f"}]} | /emails/2/type | "other"
            {"op":"add","path":"emails","value":{"type":"work","value":"a@b"}}    | /emails/2      | null
            {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"n@w"} | /emails/0/value | "n@w"
            {"op":"remove","path":"emails[type eq \\"work\\"]"}         | /emails/0/type        | "home"
            {"op":"remove","path":"emails[type eq \\"fax\\"]"}          | /emails/1/type        | "home"
            {"op":"add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"D1"} | /urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department | "D1"
            {"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:userName","value":"han"} | /userName | "han"
            """)
    void anOperationChangesWhatItNames(String operation, String pointer, String expected) {
        ObjectNode user = (ObjectNode) JSON.readTree(USER);

        Patch.read(patch(operation)).forEach(each -> Patch.apply(user, each));

        JsonNode found = user.at(pointer);
        assertThat(found.isMissingNode() ? JSON.readTree("null") : found).isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"move\",\"path\":\"active\",\"value\":1}",
                "{\"op\":\"remove\"}",
                "{\"op\":\"add\",\"path\":\"active\"}",
                "{\"op\":\"add\",\"value\":1}",
                "{\"op\":\"add\",\"path\":\"a b\",\"value\":1}",
                "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"fax\\\"].value\",\"value\":\"x\"}",
                "{\"op\":\"replace\",\"path\":\"userName.first\",\"value\":\"x\"}"
            })
    void whatMakesNoSenseIsRefused(String operation) {
        ObjectNode user = (ObjectNode) JSON.readTree(USER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Patch.read(patch(operation)).forEach(each -> Patch.apply(user, each)))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    private static JsonNode patch(String operation) {
        return JSON.readTree(
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}");
    }
}
