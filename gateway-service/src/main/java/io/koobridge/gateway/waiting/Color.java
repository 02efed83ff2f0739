package io.koobridge.gateway.waiting;

import java.util.regex.Pattern;

/** A colour of sRGB, {@code #rrggbb}. */
public record Color(String hex) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    /** As bright as white and black are equally legible on it (WCAG 2.2): √(1.05 · 0.05) − 0.05. Either then has a contrast of at least 4.5. */
    private static final double MIDDLE = 0.179;

    public Color {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("must be a colour such as #1a73e8, is '%s'".formatted(hex));
        }
    }

    /** The colour of text on it, so that whatever brand it is can be read. */
    String textOnIt() {
        return luminance() > MIDDLE ? "#000" : "#fff";
    }

    /** Relative luminance (WCAG 2.2). */
    double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
