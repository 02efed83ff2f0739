package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes the bytes of a body. */
final class ByteMutations {

    private static final List<String> BAD =
            List.of("ff", "c0af", "eda080", "f4908080", "e5ae", "80", "fe", "f8a1a1a1a1", "efbfbe", "efbbbf");
    private static final List<String> BEHIND = List.of(" ", "\n", "\0", "x", "{}", "}", ",", "null", " /* */", "]");

    private final RandomGenerator random;

    ByteMutations(RandomGenerator random) {
        this.random = random;
    }

    byte[] apply(Mutation mutation, byte[] body) {
        if (body.length == 0) {
            return body;
        }
        int at = random.nextInt(body.length);
        int length = 1 + random.nextInt(Math.min(20, body.length));
        return switch (mutation) {
            case OTHER_SPELLING -> spelledOtherwise(body);
            case BIT_FLIPPED -> flipped(body, at);
            case CUT -> random.nextBoolean() ? Arrays.copyOf(body, at) : without(body, at, length);
            case PIECE_DOUBLED -> insert(body, at, Arrays.copyOfRange(body, Math.max(0, at - length), at));
            case SPLICED -> spliced(body, at);
            case BYTES_REPLACED -> replaced(body, at);
            case BAD_UTF8 -> insert(body, at, HexFormat.of().parseHex(BAD.get(random.nextInt(BAD.size()))));
            case OTHER_ENCODING -> encodedOtherwise(body);
            case SOMETHING_BEHIND ->
                insert(
                        body,
                        body.length,
                        BEHIND.get(random.nextInt(BEHIND.size())).getBytes(UTF_8));
            case EMPTIED ->
                List.of("", " ", "{}", "[]", "null", "\"\"", "0")
                        .get(random.nextInt(7))
                        .getBytes(UTF_8);
            case WHOLE_DOUBLED -> insert(body, body.length, body);
            default -> throw new IllegalArgumentException(mutation.name());
        };
    }

    /** The same JSON with other white space and other escapes, as far as it is JSON. */
    private byte[] spelledOtherwise(byte[] body) {
        var spelled = new StringBuilder();
        boolean within = false;
        boolean escaped = false;
        var text = new String(body, UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (within && !escaped && character != '"' && character != '\\' && random.nextInt(6) == 0) {
                spelled.append(character == '/' ? "\\/" : "\\u%04x".formatted((int) character));
            } else {
                spelled.append(character);
            }
            if (character == '"' && !escaped) {
                within = !within;
            }
            escaped = within && character == '\\' && !escaped;
            if (!within && "{}[],:".indexOf(character) >= 0 && random.nextInt(3) == 0) {
                spelled.append(List.of(" ", "\n", "\t", "\r\n  ").get(random.nextInt(4)));
            }
        }
        return spelled.toString().getBytes(UTF_8);
    }

    private byte[] flipped(byte[] body, int at) {
        var changed = body.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private byte[] replaced(byte[] body, int at) {
        var changed = body.clone();
        for (int i = at; i < Math.min(body.length, at + 1 + random.nextInt(4)); i++) {
            changed[i] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] spliced(byte[] body, int at) {
        var other = TreeWriter.write(new Corpus(random).any()).getBytes(UTF_8);
        var tail = Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
        return insert(Arrays.copyOf(body, at), at, tail);
    }

    private byte[] encodedOtherwise(byte[] body) {
        var text = new String(body, UTF_8);
        if (random.nextInt(4) == 0) {
            return ("\ufeff" + text).getBytes(UTF_8);
        }
        Charset charset = List.of(UTF_16, UTF_16LE, ISO_8859_1).get(random.nextInt(3));
        return text.getBytes(charset);
    }

    private static byte[] without(byte[] body, int at, int length) {
        int end = Math.min(body.length, at + length);
        return insert(Arrays.copyOf(body, at), at, Arrays.copyOfRange(body, end, body.length));
    }

    private static byte[] insert(byte[] body, int at, byte[] piece) {
        var joined = Arrays.copyOf(body, body.length + piece.length);
        System.arraycopy(piece, 0, joined, at, piece.length);
        System.arraycopy(body, at, joined, at + piece.length, body.length - at);
        return joined;
    }
}
