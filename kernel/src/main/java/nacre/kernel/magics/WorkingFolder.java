package nacre.kernel.magics;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/// The folder in which the process works.
///
/// Java keeps a copy of it in three places and has no way to change it. So the system is told, and
/// then each of the copies; where that cannot be, nothing is changed.
final class WorkingFolder {
    private WorkingFolder() {}

    static void change(Path folder) {
        try {
            FileSystem files = FileSystems.getDefault();
            Field copyOfFiles = field(unix(files.getClass()), "defaultDirectory");
            Field fileSystem = field(File.class, "FS");
            Object oldFiles = fileSystem.get(null);
            Field copyOfFile = field(oldFiles.getClass(), "userDir");
            if (!Native.enter(folder.toString())) {
                throw new MagicException("The system does not let " + folder + " be entered.", "");
            }
            copyOfFiles.set(
                    files,
                    folder.toString()
                            .getBytes(Charset.forName(System.getProperty("sun.jnu.encoding"))));
            copyOfFile.set(oldFiles, folder.toString());
            System.setProperty("user.dir", folder.toString());
        } catch (MagicException e) {
            throw e;
        } catch (Throwable e) {
            throw new MagicException(
                    "The folder cannot be changed in this Java (" + e + ").",
                    "Write whole paths, as in `Path.of(\"" + folder + "\", \"file\")`.");
        }
    }

    /// Linux and macOS have a class of their own each.
    private static Class<?> unix(Class<?> files) {
        Class<?> type = files;
        while (!type.getSimpleName().equals("UnixFileSystem") && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return type;
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
