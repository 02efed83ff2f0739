package io.koobridge.gateway.waiting;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which a page speaks. It speaks both; a browser says which comes first. */
enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    /** What browsers send is shorter, and parsing is not free. */
    private static final int LONGEST_WISH = 500;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** For the attribute {@code lang}. */
    String tag() {
        return tag;
    }

    /** Both, the preferred one first; English where neither is. */
    static List<Language> preferredFirst(@Nullable String acceptLanguage) {
        return isChinese(acceptLanguage) ? List.of(CHINESE, ENGLISH) : List.of(ENGLISH, CHINESE);
    }

    private static boolean isChinese(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_WISH) {
            return false;
        }
        try {
            var wishes = Locale.LanguageRange.parse(acceptLanguage);
            return "zh".equals(Locale.lookupTag(wishes, List.of("en", "zh")));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
