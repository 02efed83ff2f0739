package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.RetryPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code changeInstanceCheck} (saas-v2 §6.6): may this instance become that product? Asked once, before an order. */
public record ChangeCheck(Product target, Form form) implements Step {

    /** Public implementations met both. */
    public enum Form {
        OBJECT,
        STRING
    }

    @Override
    public Kind kind() {
        return Kind.CHECK;
    }

    @Override
    public String activity() {
        return "changeInstanceCheck";
    }

    @Override
    public Map<String, Object> members(Naming naming) {
        return Map.of(
                "activity",
                activity(),
                "instanceId",
                naming.instanceId(),
                "productInfo",
                form == Form.OBJECT ? asObject() : asText());
    }

    @Override
    public RetryPlan plan() {
        return RetryPlan.ONCE;
    }

    private Map<String, Object> asObject() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("skuCode", target.skuCode());
        info.put("productId", target.productId());
        info.put("linearValue", target.quantity());
        return info;
    }

    /** Ids hold no character that JSON would escape (see Product). */
    private String asText() {
        return "{\"skuCode\":\"" + target.skuCode() + "\",\"productId\":\"" + target.productId() + "\",\"linearValue\":"
                + target.quantity() + "}";
    }
}
