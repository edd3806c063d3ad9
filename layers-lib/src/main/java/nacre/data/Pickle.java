package nacre.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the lists, tables and arrays of numbers that Python's `pickle` wrote, and nothing that
/// would run code.
///
/// A pickle is a little program for a machine with a stack. Python lets it call any function; this
/// machine knows three names of NumPy's and refuses all others. Lists are `List`, tables `Map`,
/// texts `String`, bytes `byte[]`, whole numbers `Integer`.
final class Pickle {
    private static final Object MARK = new Object();
    private static final Object NOTHING = new Object(); // Python's None
    private static final int CACHED = 1 << 17;

    private final String what;
    private final DataInputStream in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Integer[] numbers = new Integer[CACHED]; // millions of them are the same

    /// Something of NumPy's that is called by a pickle.
    private record Name(String module, String name) {}

    /// An array of NumPy's: its shape, and its values as bytes or as a list.
    static final class Numbers {
        List<?> shape = List.of();
        Object values = List.of();
    }

    private Pickle(String what, InputStream in) {
        this.what = what;
        this.in = new DataInputStream(in);
    }

    /// The value of a pickle; `what` is named if it cannot be read.
    static Object read(String what, InputStream in) throws IOException {
        try {
            return new Pickle(what, in).run();
        } catch (EOFException e) {
            throw new IOException(what + " is not complete: it ends in the middle.", e);
        } catch (RuntimeException e) {
            throw new IOException(what + " is damaged: " + e.getMessage(), e);
        }
    }

    private Object run() throws IOException {
        while (true) {
            int code = in.readUnsignedByte();
            if (code == '.') {
                return stack.pop();
            }
            if (!frame(code) && !value(code) && !collection(code) && !remembered(code)) {
                call(code);
            }
        }
    }

    private boolean frame(int code) throws IOException {
        int skipped = code == 0x80 ? 1 : code == 0x95 ? 8 : 0;
        in.skipNBytes(skipped);
        return skipped > 0;
    }

    // --- single values

    private boolean value(int code) throws IOException {
        Object value =
                switch (code) {
                    case 'J' -> number(int4());
                    case 'K' -> number(in.readUnsignedByte());
                    case 'M' -> number(int2());
                    case 0x8a -> number(little(in.readUnsignedByte()));
                    case 'I', 'L' -> number(Long.parseLong(line().replace("L", "")));
                    case 'G' -> in.readDouble();
                    case 'N' -> NOTHING;
                    case 0x88 -> true;
                    case 0x89 -> false;
                    case 'U' -> text(in.readUnsignedByte(), StandardCharsets.ISO_8859_1);
                    case 'T' -> text(int4(), StandardCharsets.ISO_8859_1);
                    case 'X' -> text(int4(), StandardCharsets.UTF_8);
                    case 0x8c -> text(in.readUnsignedByte(), StandardCharsets.UTF_8);
                    case 'C' -> bytes(in.readUnsignedByte());
                    case 'B' -> bytes(int4());
                    case 0x8e -> bytes(Math.toIntExact(little(8)));
                    default -> null;
                };
        if (value != null) {
            stack.push(value);
        }
        return value != null;
    }

    private Integer number(long value) {
        int small = Math.toIntExact(value);
        if (small < 0 || small >= CACHED) {
            return small;
        }
        if (numbers[small] == null) {
            numbers[small] = small;
        }
        return numbers[small];
    }

    private int int2() throws IOException {
        return (int) little(2);
    }

    private int int4() throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private long little(int width) throws IOException {
        long value = 0;
        for (int i = 0; i < width; i++) {
            long next = i == width - 1 ? in.readByte() : in.readUnsignedByte();
            value |= i < Long.BYTES ? next << 8 * i : 0;
        }
        return width == 2 ? value & 0xFFFF : value;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            text.append((char) c);
        }
        return text.toString();
    }

    private String text(int length, Charset charset) throws IOException {
        return new String(bytes(length), charset);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    // --- lists and tables

    private boolean collection(int code) {
        switch (code) {
            case '(' -> stack.push(MARK);
            case ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case ')' -> stack.push(List.of());
            case 't', 'l' -> stack.push(toMark());
            case 0x85 -> stack.push(last(1));
            case 0x86 -> stack.push(last(2));
            case 0x87 -> stack.push(last(3));
            case 'a' -> append(last(1));
            case 'e' -> append(toMark());
            case 's' -> put(last(2));
            case 'u' -> put(toMark());
            case '0' -> stack.pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<Object> toMark() {
        var items = new ArrayList<Object>();
        for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
            items.add(item);
        }
        return new ArrayList<>(items.reversed());
    }

    private List<Object> last(int count) {
        var items = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            items.add(stack.pop());
        }
        return new ArrayList<>(items.reversed());
    }

    @SuppressWarnings("unchecked") // made by this machine
    private void append(List<Object> items) {
        ((List<Object>) stack.element()).addAll(items);
    }

    @SuppressWarnings("unchecked") // made by this machine
    private void put(List<Object> pairs) {
        var table = (Map<Object, Object>) stack.element();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            table.put(
                    key instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                            : key,
                    pairs.get(i + 1));
        }
    }

    // --- what is used twice

    private boolean remembered(int code) throws IOException {
        switch (code) {
            case 'q' -> memo.put(in.readUnsignedByte(), stack.element());
            case 'r' -> memo.put(int4(), stack.element());
            case 0x94 -> memo.put(memo.size(), stack.element());
            case 'h' -> recall(in.readUnsignedByte());
            case 'j' -> recall(int4());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void recall(int place) {
        @Nullable Object value = memo.get(place);
        if (value == null) {
            throw new IllegalStateException("it recalls what it has not kept");
        }
        stack.push(value);
    }

    // --- arrays of NumPy's

    private void call(int code) throws IOException {
        switch (code) {
            case 'c' -> stack.push(name(line(), line()));
            case 0x93 -> {
                List<Object> pair = last(2);
                stack.push(name((String) pair.get(0), (String) pair.get(1)));
            }
            case 'R' -> {
                List<?> arguments = (List<?>) stack.pop();
                stack.push(called((Name) stack.pop(), arguments));
            }
            case 'b' -> fill((List<?>) stack.pop());
            default ->
                    throw new IOException(
                            "%s has the code %02x, which is not understood.".formatted(what, code));
        }
    }

    private Name name(String module, String name) throws IOException {
        boolean array =
                module.matches("numpy(\\._?core\\.multiarray)?")
                        && List.of("_reconstruct", "ndarray", "dtype").contains(name);
        boolean bytes = module.equals("_codecs") && name.equals("encode");
        if (!array && !bytes) {
            throw new IOException(
                    "%s wants to call %s.%s. Files of data have no need to, and Nacre never runs code from a file."
                            .formatted(what, module, name));
        }
        return new Name(module, name);
    }

    private static Object called(Name name, List<?> arguments) {
        return switch (name.name()) {
            case "_reconstruct" -> new Numbers();
            case "encode" -> ((String) arguments.get(0)).getBytes(StandardCharsets.ISO_8859_1);
            default -> name; // a kind of numbers, which the reader knows
        };
    }

    private void fill(List<?> state) {
        if (stack.element() instanceof Numbers array) {
            array.shape = (List<?>) state.get(1);
            array.values = state.get(4);
        }
    }
}
