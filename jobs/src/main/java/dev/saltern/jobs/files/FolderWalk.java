/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists the files of a folder and of all folders in it. */
public final class FolderWalk {
    private FolderWalk() {}

    /**
     * Returns every file, in any order.
     *
     * @throws java.io.FileNotFoundException if there is no such folder
     */
    public static List<FileStatus> files(FileSystem system, Path folder) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        if ("file".equals(system.getScheme())) {
            addLocal(system, folder, files);
        } else {
            // An object store has no folders, and lists a thousand objects by one request.
            RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
            while (all.hasNext()) {
                files.add(all.next());
            }
        }
        return files;
    }

    /** Hadoop's own walk asks for the rights of each file, and starts a process of the system for every answer. */
    private static void addLocal(FileSystem system, Path folder, List<FileStatus> files) throws IOException {
        for (FileStatus status : system.listStatus(folder)) {
            if (status.isDirectory()) {
                addLocal(system, status.getPath(), files);
            } else {
                files.add(status);
            }
        }
    }
}
