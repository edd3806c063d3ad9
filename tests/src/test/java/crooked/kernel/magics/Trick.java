package crooked.kernel.magics;

import crooked.tensor.Numbers;
import jdk.jshell.JShell;
import org.zeromq.ZContext;

/// Reaches for everything: the library's inside, JShell and sockets.
public final class Trick {
    Numbers inside;
    JShell shell;
    ZContext sockets;
}
