package io.koobridge.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of protocol buffers, read without its schema: as much as a test needs to look into one. */
record ProtobufMessage(Map<Integer, List<byte[]>> texts, Map<Integer, Long> numbers) {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    static ProtobufMessage read(byte[] bytes) {
        var message = new ProtobufMessage(new TreeMap<>(), new TreeMap<>());
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            message.take((int) (tag >>> 3), (int) (tag & 7), buffer);
        }
        return message;
    }

    private void take(int field, int type, ByteBuffer buffer) {
        switch (type) {
            case VARINT -> numbers.put(field, varint(buffer));
            case FIXED_64 -> numbers.put(field, buffer.getLong());
            case FIXED_32 -> numbers.put(field, (long) buffer.getInt());
            case LENGTH_DELIMITED -> {
                var value = new byte[(int) varint(buffer)];
                buffer.get(value);
                texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(value);
            }
            default -> throw new AssertionError("no protocol buffer: wire type " + type);
        }
    }

    List<ProtobufMessage> messages(int field) {
        return texts.getOrDefault(field, List.of()).stream()
                .map(ProtobufMessage::read)
                .toList();
    }

    String text(int field) {
        return new String(bytes(field), UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(bytes(field));
    }

    private byte[] bytes(int field) {
        return texts.getOrDefault(field, List.of(new byte[0])).getFirst();
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
