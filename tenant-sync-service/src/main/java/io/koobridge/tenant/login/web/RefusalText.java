package io.koobridge.tenant.login.web;

import io.koobridge.tenant.login.domain.LoginOutcome;

/** What somebody is told who is not logged in, and what he can do. */
record RefusalText(String english, String chinese) {

    static RefusalText of(LoginOutcome outcome) {
        return switch (outcome) {
            case OK -> throw new IllegalArgumentException("whoever is logged in needs no such page");
            case MALFORMED ->
                text(
                        "The address that brought you here is incomplete. Open the application from your workbench, or log in again.",
                        "打开本页的地址不完整。请从工作台重新打开应用，或重新登录。");
            case WRONG_RETURN ->
                text(
                        "The application asked for an address that is not registered. Its provider must add it to the login settings.",
                        "应用请求返回的地址未登记。请联系应用服务商在登录设置中添加该地址。");
            case FORGED_STATE ->
                text(
                        "This login was not begun in this browser, or too long ago. Log in again in the same browser, with cookies allowed.",
                        "本次登录不是在此浏览器中发起的，或已超时。请允许 Cookie，并在同一浏览器中重新登录。");
            case UNEXPECTED ->
                text(
                        "This application takes no logins that begin elsewhere. Open it at its own address and log in there.",
                        "此应用不接受从其他位置发起的登录。请打开应用自身的地址登录。");
            case CODE_REPLAYED ->
                text(
                        "This login was used already. Log in again; nothing is wrong with your account.",
                        "本次登录凭证已被使用。请重新登录，您的账号没有问题。");
            case ALREADY_DELIVERED ->
                text(
                        "This page has done its work, or waited too long. Open the application, or log in again.",
                        "本页已完成跳转或已超时。请打开应用，或重新登录。");
            case SESSION_OVER -> text("You are not logged in any more. Log in again.", "登录已失效，请重新登录。");
            case DECLINED -> text("The login was cancelled. Log in again if that was not meant.", "登录已取消。如非本意，请重新登录。");
            case CODE_REFUSED, TICKET_REFUSED ->
                text(
                        "The authentication centre does not accept this login any more; it lasts a few minutes. Log in again.",
                        "认证中心不再接受本次登录，其有效期只有几分钟。请重新登录。");
            case UNKNOWN_TENANT ->
                text(
                        "Your enterprise is not known here. Its administrator binds the purchased application to the enterprise; after that, wait some minutes.",
                        "本系统尚未收到您所在企业的信息。请企业管理员将已购应用绑定到企业，几分钟后再试。");
            case DISABLED_TENANT ->
                text(
                        "Your enterprise has given up this application. Ask its administrator to bind it again.",
                        "您的企业已解绑此应用。请联系企业管理员重新绑定。");
            case NOT_SUBSCRIBED ->
                text(
                        "Your enterprise has not bound this application. Ask its administrator to do so.",
                        "您的企业尚未绑定此应用。请联系企业管理员绑定。");
            case WRONG_DOMAIN ->
                text(
                        "The login domain of your enterprise cannot be used. The application's provider must look at it; tell him the reference below.",
                        "您企业的登录域名无法使用。请将下方编号告知应用服务商处理。");
            case FOREIGN_TENANT ->
                text(
                        "You are logged in to another enterprise. Log out there, then log in with the account of this enterprise.",
                        "您当前登录的是其他企业。请先退出，再使用本企业的账号登录。");
            case UNKNOWN_USER ->
                text(
                        "Your account is not known to this application. Ask your administrator to authorise you; after that, wait some minutes.",
                        "此应用中没有您的账号。请企业管理员为您授权，几分钟后再试。");
            case NOT_AUTHORIZED ->
                text(
                        "You are not authorised for this application. Ask your administrator to authorise you.",
                        "您没有使用此应用的授权。请联系企业管理员为您授权。");
            case DISABLED_USER ->
                text(
                        "Your account is disabled for this application. Ask your administrator to enable it.",
                        "您的账号在此应用中已停用。请联系企业管理员启用。");
            case CLIENT_REFUSED ->
                text(
                        "The authentication centre does not accept this application. Its provider must look at the application's credential; tell him the reference below.",
                        "认证中心拒绝了此应用的凭证。请将下方编号告知应用服务商处理。");
            case USERINFO_REFUSED, ONEACCESS_UNREADABLE ->
                text(
                        "The authentication centre gave an answer that cannot be used. Log in again; if it happens once more, tell the application's provider the reference below.",
                        "认证中心返回了无法使用的结果。请重新登录；若再次出现，请将下方编号告知应用服务商。");
            case ONEACCESS_UNREACHABLE ->
                text(
                        "The authentication centre of your enterprise does not answer. Try again in a few minutes.",
                        "您企业的认证中心没有响应。请几分钟后再试。");
            case SECRET_CLOSED ->
                text(
                        "The application's credential cannot be read here. Its provider must look at it; tell him the reference below.",
                        "无法读取此应用的凭证。请将下方编号告知应用服务商处理。");
            case STORE_AWAY, BUSY ->
                text("Logging in is not possible just now. Try again in a minute.", "暂时无法登录，请一分钟后再试。");
        };
    }

    private static RefusalText text(String english, String chinese) {
        return new RefusalText(english, chinese);
    }
}
