package io.koobridge.gateway.call;

/** How full a memory is, for tests elsewhere. */
public final class NonceMemories {

    private NonceMemories() {}

    /** About. */
    public static long bytes(NonceMemory memory) {
        return memory.bytes();
    }
}
