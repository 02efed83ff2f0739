package io.koobridge.gateway.dialect.kit;

import io.koobridge.gateway.address.KitPath.KitInterface;

/** What the marketplace tells of one thing, the same in both editions but for what lists are called. */
public final class KitBodiesOfTests {

    private KitBodiesOfTests() {}

    /**
     * A whole body.
     *
     * @param id of the application, user or department
     */
    public static String of(KitInterface called, String instanceId, String id, int flag) {
        var rest =
                switch (called) {
                    case TENANT_SYNC ->
                        "\"orderId\":\"\",\"tenantCode\":\"acme\",\"name\":\"Acme\",\"domainName\":\"https://acme.example\"";
                    case APPLICATION_SYNC ->
                        "\"appId\":\"%s\",\"clientId\":\"client-1\",\"clientSecret\":\"an-encrypted-secret\""
                                .formatted(id);
                    case AUTH_SYNC ->
                        "\"appId\":\"app-1\",\"currentSyncTime\":\"20260101080000123\",\"userList\":[{\"userName\":\"%s\",\"role\":\"user\",\"enable\":\"true\"}]"
                                .formatted(id);
                    case SINGLE_ORG_SYNC ->
                        "\"orgCode\":\"%s\",\"orgName\":\"A & B\",\"parentCode\":\"\"".formatted(id);
                    case ALL_ORG_SYNC ->
                        "\"orgInfoList\":[{\"orgCode\":\"%s\",\"orgName\":\"A\",\"parentCode\":\"\"}]".formatted(id);
                };
        return "{\"instanceId\":\"%s\",\"tenantId\":\"t-1\",\"flag\":%d,\"testFlag\":0,\"timeStamp\":\"20260101080000123\",%s}"
                .formatted(instanceId, flag, rest);
    }
}
