package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.CutConnection;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.SlowReader;
import io.koobridge.simulator.rules.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** A request by somebody who uses the connection badly. Plain sockets, because no decent client lets itself be misused like this. */
final class OddTransport {
    private static final int PIECES = 10;

    Reply send(Letter letter, Fault.OfLine line, Duration timeout) {
        URI address = URI.create(letter.url());
        byte[] body = letter.body() == null ? new byte[0] : letter.body();
        try (Socket socket = connect(address, timeout)) {
            OutputStream out = socket.getOutputStream();
            out.write(letter.body() == null ? head(address) : head(address, body.length));
            return switch (line) {
                case SlowReader slow -> slowly(socket, body, slow);
                case CutConnection cut -> cut(socket, body, cut);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Broken("interrupted");
        } catch (IOException | RuntimeException e) {
            // Numbers in an answer may be none.
            return new Reply.Broken(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Reply slowly(Socket socket, byte[] body, SlowReader slow) throws IOException, InterruptedException {
        long pause = slow.seconds() * 1000L / PIECES;
        OutputStream out = socket.getOutputStream();
        if (slow.part() == SlowReader.Part.ANSWER) {
            out.write(body);
            out.flush();
            return HttpAnswer.read(new Dripping(socket.getInputStream(), pause));
        }
        int piece = body.length / PIECES + 1;
        for (int from = 0; from < body.length; from += piece) {
            // The seller may have given up and answered already.
            if (socket.getInputStream().available() > 0) {
                break;
            }
            out.write(body, from, Math.min(piece, body.length - from));
            out.flush();
            Thread.sleep(pause);
        }
        return HttpAnswer.read(socket.getInputStream());
    }

    private static Reply cut(Socket socket, byte[] body, CutConnection cut) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(body, 0, cut.at() == CutConnection.At.IN_BODY ? body.length / 2 : body.length);
        out.flush();
        if (cut.at() == CutConnection.At.IN_BODY) {
            // A reset instead of an orderly end.
            socket.setSoLinger(true, 0);
        }
        return new Reply.Broken("cut on purpose: " + cut.at());
    }

    private static Socket connect(URI address, Duration timeout) throws IOException {
        boolean secure = "https".equals(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.setReceiveBufferSize(1024);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            socket.connect(new InetSocketAddress(address.getHost(), port), Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] head(URI address, int length) {
        return ("POST " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                        + address.getAuthority()
                        + "\r\nAccept: application/json\r\nContent-Type: application/json;charset=utf8\r\nContent-Length: "
                        + length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] head(URI address) {
        return ("GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                        + address.getAuthority() + "\r\nAccept: application/json\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Hands out the first bytes one pause after the other. */
    private static final class Dripping extends InputStream {
        private final InputStream from;
        private final long pause;
        private int pauses = PIECES;

        Dripping(InputStream from, long pause) {
            this.from = from;
            this.pause = pause;
        }

        @Override
        public int read() throws IOException {
            if (pauses-- > 0) {
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
            return from.read();
        }

        /** Never more than one: the pauses are between bytes. */
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int one = read();
            if (one < 0) {
                return -1;
            }
            into[offset] = (byte) one;
            return 1;
        }
    }
}
