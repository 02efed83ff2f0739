package io.koobridge.gateway.waiting;

/**
 * What a page says in one language.
 *
 * @param heading also the page's title
 * @param sentence what that means for the buyer
 */
record Text(String heading, String sentence) {

    static Text of(Sight.Page page, Language language) {
        return switch (language) {
            case ENGLISH -> english(page);
            case CHINESE -> chinese(page);
        };
    }

    private static Text english(Sight.Page page) {
        return switch (page) {
            case PREPARING ->
                new Text(
                        "Your service is being prepared",
                        "This page takes you there by itself as soon as it is ready. You may close it and come back: the address stays valid.");
            case FAILED ->
                new Text(
                        "Your service could not be prepared",
                        "The seller has been told. What becomes of the order and its payment is shown in your marketplace console.");
            case NO_ADDRESS ->
                new Text(
                        "Your service is ready",
                        "Its address cannot be opened from here. Please ask the seller for it.");
            case ENDED ->
                new Text(
                        "This subscription has ended",
                        "The service that belonged to it is no longer available at this address.");
            case UNKNOWN ->
                new Text(
                        "This address is not known",
                        "Please open the service from your marketplace console, and check whether the address was copied whole.");
            case AWAY ->
                new Text(
                        "We cannot look just now",
                        "Your order is safe. This page tries again by itself; there is nothing that you need to do.");
            case BUSY -> new Text("One moment, please", "Many are asking just now. This page tries again by itself.");
        };
    }

    private static Text chinese(Sight.Page page) {
        return switch (page) {
            case PREPARING -> new Text("您的服务正在开通", "开通完成后，本页面将自动跳转。您可以关闭页面稍后再打开，此地址一直有效。");
            case FAILED -> new Text("您的服务未能开通", "商家已收到通知。订单及款项的处理情况请在云商店控制台查看。");
            case NO_ADDRESS -> new Text("您的服务已开通", "但无法从此页面打开其地址，请联系商家获取。");
            case ENDED -> new Text("该订阅已结束", "对应的服务已不再通过此地址提供。");
            case UNKNOWN -> new Text("找不到该地址", "请从云商店控制台打开服务，并检查地址是否复制完整。");
            case AWAY -> new Text("暂时无法查询进度", "您的订单是安全的。本页面会自动重试，您无需任何操作。");
            case BUSY -> new Text("请稍候", "当前查询人数较多，本页面会自动重试。");
        };
    }

    /** For how long a buyer has been looking, once that is worth a word; else nothing. */
    static String patience(Waited waited, Language language) {
        int seconds = waited.seconds();
        if (seconds < 10) {
            return "";
        }
        int minutes = seconds / 60;
        return switch (language) {
            case ENGLISH ->
                minutes == 0
                        ? "Waiting for %d seconds.".formatted(seconds)
                        : "Waiting for %d min. It sometimes takes longer.".formatted(minutes);
            case CHINESE -> minutes == 0 ? "已等待 %d 秒。".formatted(seconds) : "已等待 %d 分钟，有时需要更长时间。".formatted(minutes);
        };
    }

    static String lookNow(Language language) {
        return switch (language) {
            case ENGLISH -> "Look now";
            case CHINESE -> "立即查看";
        };
    }

    static String support(Language language) {
        return switch (language) {
            case ENGLISH -> "Support";
            case CHINESE -> "联系支持";
        };
    }
}
