package io.koobridge.benchmark.load.generator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Requests that only have to be sent: all in one array, which costs the collector nothing while latencies are measured. */
public final class Calls {

    private final byte[] bytes;
    private final int[] ends;

    /** @param ends where in the bytes each request ends and the next one begins */
    public Calls(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int count() {
        return ends.length;
    }

    ByteBuf request(int index) {
        int begin = index == 0 ? 0 : ends[index - 1];
        return Unpooled.wrappedBuffer(bytes, begin, ends[index] - begin);
    }
}
