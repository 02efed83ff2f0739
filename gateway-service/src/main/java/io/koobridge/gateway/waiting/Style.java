package io.koobridge.gateway.waiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of all pages of one brand. The brand's colour is never behind or in text that must be read, but for the button, whose text is
 * black or white, whichever can be read on it.
 */
record Style(String css) {

    static Style of(Color brand) {
        return new Style("""
                :root{color-scheme:light dark;--b:%s;--on:%s}
                body{margin:0;background:#f4f5f7;color:#1b1d21;font:1rem/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
                main{max-width:34rem;margin:8vh auto;padding:1.5rem;background:#fff;border-top:.4rem solid var(--b);border-radius:.5rem}
                header{display:flex;gap:.75rem;align-items:center;font-weight:600;overflow-wrap:anywhere}
                img{max-height:3rem;max-width:10rem}
                h1,h2{font-size:1.35rem;line-height:1.3;margin:1.25rem 0 .25rem}
                h2{font-size:1.1rem}
                p{margin:.25rem 0}
                .bar{height:.3rem;margin:1.25rem 0 0;border-radius:.3rem;background:#dfe2e7;overflow:hidden}
                .bar i{display:block;height:100%%;width:35%%;background:var(--b);animation:go 1.8s ease-in-out infinite alternate}
                @keyframes go{to{transform:translateX(186%%)}}
                .go{display:inline-block;margin-top:1.25rem;padding:.6rem 1rem;border-radius:.4rem;background:var(--b);color:var(--on)}
                footer{margin-top:1.25rem;overflow-wrap:anywhere}
                footer a{color:inherit}
                @media(prefers-color-scheme:dark){body{background:#15171a;color:#eceef1}main{background:#202327}.bar{background:#3a3f46}}
                @media(prefers-reduced-motion:reduce){.bar i{animation:none}}
                """.formatted(brand.hex(), brand.textOnIt()));
    }

    /** As a Content-Security-Policy names it. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
