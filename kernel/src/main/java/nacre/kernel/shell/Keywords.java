package nacre.kernel.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Java's own words: how each is used, for TAB and for help.
final class Keywords {
    private static final String USES =
            """
            abstract    abstract class Shape { abstract double area(); }
            assert      assert size > 0 : "empty";
            boolean     boolean found = true;
            break       break;
            byte        byte small = 127;
            case        case RED -> 1;
            catch       try { … } catch (IOException e) { … }
            char        char letter = 'a';
            class       class Dog { … }
            continue    continue;
            default     default -> 0;
            do          do { … } while (again);
            double      double rate = 0.01;
            else        if (a > b) { … } else { … }
            enum        enum Colour { RED, GREEN }
            extends     class Dog extends Animal { … }
            false       boolean found = false;
            final       final int size = 3;
            finally     try { … } finally { … }
            float       float rate = 0.01f;
            for         for (int i = 0; i < 10; i++) { … }  for (var each : list) { … }
            if          if (a > b) { … }
            implements  class Dog implements Animal { … }
            import      import java.net.http.HttpClient;
            instanceof  if (animal instanceof Dog dog) { … }
            int         int count = 3;
            interface   interface Animal { String sound(); }
            long        long big = 10_000_000_000L;
            new         var list = new ArrayList<String>();
            null        String name = null;
            package     package zoo;
            permits     sealed interface Shape permits Circle, Square {}
            private     private int size;
            protected   protected int size;
            public      public int size() { … }
            record      record Point(int x, int y) {}
            return      return a + b;
            sealed      sealed interface Shape permits Circle, Square {}
            short       short small = 1000;
            static      static int twice(int n) { … }
            super       super.toString()
            switch      switch (colour) { case RED -> 1; case GREEN -> 2; }
            synchronized  synchronized (lock) { … }
            this        this.size = size;
            throw       throw new IllegalArgumentException("too small");
            throws      String read() throws IOException { … }
            transient   transient int cached;
            true        boolean found = true;
            try         try { … } catch (IOException e) { … }
            var         var list = List.of(1, 2, 3);
            void        void greet() { … }
            volatile    volatile boolean done;
            when        case Circle c when c.radius() > 1 -> …
            while       while (a > b) { … }
            yield       yield 3;
            @Deprecated  @Deprecated void old() { … }
            @FunctionalInterface  @FunctionalInterface interface Rule { boolean holds(int n); }
            @Override   @Override public String toString() { … }
            @SafeVarargs  @SafeVarargs static <T> List<T> all(T... items) { … }
            @SuppressWarnings  @SuppressWarnings("unchecked")
            """;

    private static final Map<String, String> BY_WORD =
            USES.lines()
                    .map(line -> line.split(" +", 2))
                    .collect(
                            Collectors.toMap(
                                    each -> each[0],
                                    each -> each[1].replace("  ", "\n"),
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    private Keywords() {}

    /// Those that begin so; annotations begin with their `@`.
    static Stream<String> beginning(String typed) {
        return BY_WORD.keySet().stream().filter(each -> each.startsWith(typed));
    }

    static boolean isKeyword(String word) {
        return BY_WORD.containsKey(word);
    }

    /// Examples of its use.
    static Optional<String> use(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
