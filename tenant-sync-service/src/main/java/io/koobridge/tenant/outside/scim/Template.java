package io.koobridge.tenant.outside.scim;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with names in braces. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private Template() {}

    /** All at once, for a value may look like a name in braces. Unknown names stay. */
    static String filled(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }
}
