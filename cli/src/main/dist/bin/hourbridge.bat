@echo off
rem Runs the hourbridge command. Needs Java 17 or newer, from JAVA_HOME or the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:TieredStopAtLevel=1 %HOURBRIDGE_OPTS% -jar "%~dp0..\lib\hourbridge.jar" %*
exit /b %ERRORLEVEL%
